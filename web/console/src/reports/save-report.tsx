// Keeps the report with its filters under a name, for oneself.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Popover, TextInput } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { IconBookmark } from "@tabler/icons-react"
import { type FormEvent, useState } from "react"
import { errorInWords } from "../server-words/problems.ts"
import type { Asked } from "./address.ts"
import type { ReportAbout } from "./contract.ts"
import styles from "./reports.module.css"
import { useSaveReport } from "./use-reports.ts"

/** As long as a heading may be. */
const NAME_MAX = 80

export function SaveReport({ about, asked }: { about: ReportAbout; asked: Asked }) {
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState("")
  const save = useSaveReport()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const kept = { name: name.trim(), report: about.name, filters: asked }
    save.mutate(kept, {
      onSuccess: () => {
        setOpened(false)
        setName("")
        notifications.show({ title: t`Saved`, message: t`“${kept.name}” stands first among the reports.` })
      },
    })
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus shadow="md" width={280}>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconBookmark size={16} aria-hidden="true" />}
          onClick={() => setOpened(!opened)}
        >
          <Trans>Save</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Save the report`}>
        <form className={styles.save} onSubmit={submit}>
          <TextInput
            label={t`Name`}
            description={t`Its filters are kept with it, for you alone.`}
            placeholder={about.title}
            maxLength={NAME_MAX}
            value={name}
            error={save.isError && errorInWords(save.error)}
            onChange={event => setName(event.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit" size="xs" loading={save.isPending} disabled={name.trim() === ""}>
            <Trans>Save the report</Trans>
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
