// Days that are unlike other days of their week.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { ActionIcon, Button, Fieldset, Group, TagsInput, TextInput } from "@mantine/core"
import { IconPlus, IconX } from "@tabler/icons-react"
import { type FormEvent, useState } from "react"
import { useDraft, useEdit, useEntries } from "../draft/draft-context.tsx"
import { getIn, isList, type Path, type Value } from "../draft/values.ts"
import { Field } from "../form/field.tsx"
import form from "../form/form.module.css"
import { keyFor } from "../page/keys.ts"
import styles from "./hours-page.module.css"

export function Holidays({ path }: { path: Path }) {
  const { values } = useDraft()
  const { set } = useEdit()
  const [name, setName] = useState("")
  const holidays = Object.entries(useEntries(path))
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    set([...path, keyFor(name, values, path)], { date: "12-31" })
    setName("")
  }
  return (
    <Fieldset legend={t`Holidays`} className={form.group}>
      <ul className={styles.holidays}>
        {holidays.map(([key, holiday]) => (
          <Holiday key={key} path={[...path, key]} holiday={holiday} name={key} />
        ))}
      </ul>
      <form onSubmit={add}>
        <Group align="end" gap="xs">
          <TextInput
            label={t`Another holiday`}
            placeholder={t`Christmas`}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            leftSection={<IconPlus size={16} />}
            disabled={!name.trim()}
          >
            <Trans>Add</Trans>
          </Button>
        </Group>
      </form>
    </Fieldset>
  )
}

function Holiday({ path, holiday, name }: { path: Path; holiday: Value; name: string }) {
  const { put, remove } = useEdit()
  const open = getIn(holiday, ["open"])
  return (
    <li className={styles.holiday}>
      <span className={styles.key}>{name}</span>
      <Field
        at={path}
        spec={{
          name: "date",
          label: t`Date`,
          help: t`12-24 every year, or 2026-12-24`,
          required: true,
          input: { type: "text" },
        }}
      />
      <TagsInput
        label={t`Open`}
        description={t`Left empty, the day is closed`}
        placeholder={isList(open) && open.length > 0 ? "" : t`Closed`}
        value={isList(open) ? open.map(String) : []}
        onChange={times => put([...path, "open"], times.length > 0 ? times : undefined)}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={t`Take out ${name}`} onClick={() => remove(path)}>
        <IconX size={16} />
      </ActionIcon>
    </li>
  )
}
