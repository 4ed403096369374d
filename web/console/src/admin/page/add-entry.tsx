// A new entry: its name, from which its key is made, and it is open for the rest.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Group, Modal, Stack, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { useDraft, useEdit } from "../draft/draft-context.tsx"
import type { Entries, Value } from "../draft/values.ts"
import { keyFor, keyProblem } from "./keys.ts"
import { useAdminGo } from "./place.ts"

interface AddEntryProps {
  section: string
  path: string
  add: string
  placeholder?: string
  fresh: (name: string, document: Entries) => Value
  onClose: () => void
}

export function AddEntry({ section, path, add, placeholder, fresh, onClose }: AddEntryProps) {
  const { values } = useDraft()
  const { set } = useEdit()
  const go = useAdminGo()
  const [name, setName] = useState("")
  const [typed, setTyped] = useState<string>()
  const key = typed ?? (name.trim() ? keyFor(name, values, [section]) : "")
  const problem = key ? keyProblem(key, values, [section]) : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim() || !key || problem) return
    set([section, key], fresh(name.trim(), values ?? {}))
    go(path, key)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={add}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t`Name`}
            required
            withAsterisk={false}
            data-autofocus
            {...(placeholder && { placeholder })}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t`Key`}
            description={t`What names it in the document, for good.`}
            value={key}
            error={problem}
            onChange={event => setTyped(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Stop</Trans>
            </Button>
            <Button type="submit" disabled={!name.trim() || problem !== undefined}>
              <Trans>Add</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
