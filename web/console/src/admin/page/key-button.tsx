// A key that stays what it is known by; another one takes everything that names it along.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Popover, Stack, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { useDraft } from "../draft/draft-context.tsx"
import type { Path } from "../draft/values.ts"
import { keyProblem } from "./keys.ts"

interface KeyButtonProps {
  /** Where the entries stand, of which no two have the same key. */
  among: Path
  current: string
  description?: string
  className?: string | undefined
  onRename: (key: string) => void
}

export function KeyButton({ among, current, description, className, onRename }: KeyButtonProps) {
  const { values } = useDraft()
  const [key, setKey] = useState<string>()
  const problem = key === undefined || key === current ? undefined : keyProblem(key, values, among)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (key === undefined || problem) return
    setKey(undefined)
    if (key !== current) onRename(key)
  }
  return (
    <Popover
      opened={key !== undefined}
      onChange={open => !open && setKey(undefined)}
      trapFocus
      position="bottom-start"
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => setKey(current)}
          className={className}
        >
          <span className="hidden">
            <Trans>Key</Trans>
          </span>
          <code>{current}</code>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Stack gap="xs">
            <TextInput
              label={t`Key`}
              description={description}
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
