// Erasing a visitor cannot be undone: says what goes and what stays, and wants the visitor's id once more.

import type { FoundConversations, VisitorErasure } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Alert, Button, Group, List, Modal, Stack, Text, TextInput } from "@mantine/core"
import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useDeskContext } from "../desk/desk-context.tsx"
import { errorInWords } from "../server-words/problems.ts"
import { http } from "../session/session.ts"

type Found = InfiniteData<FoundConversations>

function withoutWords(found: Found, visitor: string): Found {
  const pages = found.pages.map(page => ({
    ...page,
    conversations: page.conversations.map(one =>
      one.visitor.id === visitor ? { ...one, visitor: { id: visitor, attributes: {} }, passages: [] } : one,
    ),
  }))
  return { ...found, pages }
}

interface EraseDialogProps {
  visitor: string
  onClose: () => void
}

export function EraseDialog({ visitor, onClose }: EraseDialogProps) {
  const { base } = useDeskContext()
  const [typed, setTyped] = useState("")
  const queries = useQueryClient()
  const erase = useMutation({
    mutationFn: () =>
      http.ask<VisitorErasure>("POST", `${base}/visitors/${visitor}/erasure`, { confirm: visitor }),
    onSuccess: erasure => {
      queries.setQueryData(["erasure", base, visitor], erasure)
      // What is shown of them was read before. What was found stays found, without a word of it, or nobody would see what
      // has become of it.
      queries.setQueriesData<Found>({ queryKey: ["search"] }, found => found && withoutWords(found, visitor))
      for (const read of ["transcript", "metadata", "previous"])
        queries.invalidateQueries({ queryKey: [read] })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    erase.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={t`Erase this visitor`} size="md">
      <form onSubmit={submit}>
        <Stack>
          <Text>
            <Trans>This cannot be undone.</Trans>
          </Text>
          <List spacing="xs">
            <List.Item>
              <Trans>Conversations that run end, and the visitor is signed out everywhere.</Trans>
            </List.Item>
            <List.Item>
              <Trans>
                Messages, notes, form answers, comments, files and who they are go, from the search as well.
              </Trans>
            </List.Item>
            <List.Item>
              <Trans>Reports keep every figure, and when conversations took place.</Trans>
            </List.Item>
          </List>
          <TextInput
            label={t`Type ${visitor} to confirm`}
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
            autoComplete="off"
            data-autofocus
          />
          {erase.isError && (
            <Alert color="red" role="alert">
              {errorInWords(erase.error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Stop</Trans>
            </Button>
            <Button type="submit" color="red" disabled={typed.trim() !== visitor} loading={erase.isPending}>
              <Trans>Erase</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
