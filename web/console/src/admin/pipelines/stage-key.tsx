// The key of a stage; another one takes every way that leads there along.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Popover, Stack, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { useDraft, useEdit } from "../draft/draft-context.tsx"
import { keyProblem } from "../page/keys.ts"

interface StageKeyProps {
  pipeline: string
  stage: string
  onRename: (key: string) => void
}

export function StageKey({ pipeline, stage, onRename }: StageKeyProps) {
  const { values } = useDraft()
  const { rename } = useEdit()
  const [key, setKey] = useState<string>()
  const around = ["pipelines", pipeline, "stages"]
  const problem = key === undefined || key === stage ? undefined : keyProblem(key, values, around)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (key === undefined || problem) return
    setKey(undefined)
    if (key === stage) return
    rename("stage", [...around, stage], key)
    onRename(key)
  }
  return (
    <Popover opened={key !== undefined} onChange={open => !open && setKey(undefined)} trapFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setKey(stage)}>
          <span className="hidden">
            <Trans>Key</Trans>
          </span>
          <code>{stage}</code>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Stack gap="xs">
            <TextInput
              label={t`Key`}
              value={key ?? ""}
              error={problem}
              data-autofocus
              onChange={event => setKey(event.currentTarget.value)}
            />
            <Button type="submit" size="compact-sm" disabled={problem !== undefined}>
              <Trans>Rename everywhere</Trans>
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
