// Closing is final and for everybody, so it is asked for twice; the dialog names who is there.

import type { Conversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Group, Modal, Stack, Text } from "@mantine/core"
import { useCommands } from "../desk/commands.ts"
import { useDesk } from "../desk/desk-context.tsx"
import { listInWords, visitorName } from "../words.ts"

interface CloseDialogProps {
  conversation: Conversation
  opened: boolean
  onClose: () => void
}

export function CloseDialog({ conversation, opened, onClose }: CloseDialogProps) {
  const { run, busy } = useCommands()
  const me = useDesk(desk => desk.you?.agent)
  const others = conversation.participants.filter(one => one.agent.id !== me).map(one => one.agent.name)
  const everybody = listInWords([visitorName(conversation), ...others])
  const close = async () => {
    if (await run({ type: "close", conversation: conversation.id })) onClose()
  }
  return (
    <Modal opened={opened} onClose={onClose} title={t`Close conversation?`} size="sm">
      <Stack>
        <Text>
          <Trans>
            It ends for {everybody}. A closed conversation stays closed; the visitor can start another.
          </Trans>
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Keep open</Trans>
          </Button>
          <Button color="red" data-autofocus onClick={close} loading={busy === "close"}>
            <Trans>Close for everybody</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
