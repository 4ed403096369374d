// One question before something is done: what will happen, room for a note where one is wanted, and a verb.

import { Trans } from "@lingui/react/macro"
import { Button, Group, Modal, Stack, Text } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { NoteField } from "./note-field.tsx"

interface AskDialogProps {
  title: string
  /** What will happen, before it does. */
  outcome: string
  /** Where a note may be written: who reads it, and what to write. */
  note?: { readers: string; placeholder: string }
  verb: string
  busy: boolean
  onClose: () => void
  /** Answers whether it was done. */
  onDo: (note: string) => Promise<boolean>
}

export function AskDialog({ title, outcome, note, verb, busy, onClose, onDo }: AskDialogProps) {
  const [words, setWords] = useState("")
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await onDo(words.trim())) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={title} size="md">
      <form onSubmit={submit}>
        <Stack>
          <Text>{outcome}</Text>
          {note && <NoteField {...note} value={words} onChange={setWords} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Stop</Trans>
            </Button>
            <Button type="submit" loading={busy} data-autofocus={note ? undefined : true}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
