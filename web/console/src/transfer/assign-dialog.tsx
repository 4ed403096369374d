// A supervisor gives a conversation to an agent. Beyond somebody's room only on purpose.

import type { AgentTarget, Conversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Group, Modal, Select, Stack, Switch } from "@mantine/core"
import { useState } from "react"
import { useCommands } from "../desk/commands.ts"
import { statusWords } from "../words.ts"
import { useTargets } from "./use-targets.ts"

export function AssignDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const targets = useTargets(conversation.id)
  const { run, busy } = useCommands()
  const [agent, setAgent] = useState<string | null>(null)
  const [beyond, setBeyond] = useState(false)
  const assign = async () => {
    if (!agent) return
    const room = beyond ? "overridden" : "respected"
    if (await run({ type: "assign", conversation: conversation.id, agent, room })) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t`Assign conversation`}>
      <Stack>
        <Select
          label={t`Agent`}
          placeholder={t`Who takes it`}
          searchable
          data-autofocus
          data={targets.data?.agents.map(one => ({ value: one.agent.id, label: described(one) })) ?? []}
          value={agent}
          onChange={setAgent}
        />
        <Switch
          label={t`Also beyond their room`}
          description={t`It is recorded as your decision.`}
          checked={beyond}
          onChange={event => setBeyond(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Stop</Trans>
          </Button>
          <Button onClick={assign} disabled={!agent} loading={busy === "assign"}>
            <Trans>Assign</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

const described = ({ agent, status, load, capacity }: AgentTarget) =>
  `${agent.name} (${statusWords[status].toLowerCase()}, ${load}/${capacity})`
