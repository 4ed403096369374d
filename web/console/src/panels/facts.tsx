// Where a conversation stands: queue, priority, hops, times, and what routing says about one agent.

import type { Conversation, Explained } from "@baton/protocol"
import { Button, Select } from "@mantine/core"
import { IconTimeline } from "@tabler/icons-react"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { serverNow } from "../desk/clock.ts"
import { useDesk, useDeskContext } from "../desk/desk-context.tsx"
import { useDirectory } from "../desk/directory.ts"
import { FlowDialog } from "../flow/flow-dialog.tsx"
import { http } from "../session/session.ts"
import { Tier } from "../ui/tier.tsx"
import { Ago, Since } from "../ui/times.tsx"
import { closedWords, duration, verdictInWords, visitorName } from "../words.ts"
import styles from "./facts.module.css"

export function Facts({ conversation }: { conversation: Conversation }) {
  const { id, queue, priority, hops, opened_at_ms, held_since_ms, wait, owner, status, closed, transfer } =
    conversation
  return (
    <>
      <dl className={styles.facts}>
        <dt>Queue</dt>
        <dd>
          {queue.name} <Tier tier={queue.tier} />
        </dd>
        <dt>Priority</dt>
        <dd className="figures">{priority} of 9</dd>
        <dt>Hand-overs</dt>
        <dd className="figures">{hops}</dd>
        <dt>Opened</dt>
        <dd>
          <Ago at_ms={opened_at_ms} />
        </dd>
        {status === "closed" ? (
          <>
            <dt>State</dt>
            <dd>{closed ? closedWords[closed] : "Closed"}</dd>
          </>
        ) : (
          <>
            <dt>{owner ? "Owned for" : "Waiting"}</dt>
            <dd>
              <Since at_ms={held_since_ms} />
            </dd>
          </>
        )}
        {wait && wait.credit_ms > 0 && (
          <>
            <dt>Waited before</dt>
            <dd className="figures">{duration(wait.credit_ms)}</dd>
          </>
        )}
        {wait?.reserved_for && (
          <>
            <dt>Kept for</dt>
            <dd>{wait.reserved_for.name}</dd>
          </>
        )}
        <dt>Number</dt>
        <dd>{id}</dd>
      </dl>
      <FlowButton conversation={conversation} />
      {(wait || transfer) && <Explain conversation={id} />}
    </>
  )
}

function FlowButton({ conversation }: { conversation: Conversation }) {
  const [open, setOpen] = useState(false)
  // Read along with the conversation that stands beside it.
  const lines = useDesk(desk => desk.transcript(conversation.id).lines)
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconTimeline size={16} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        Flow
      </Button>
      {open && (
        <FlowDialog
          conversation={conversation.id}
          name={visitorName(conversation)}
          lines={lines}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

/** Asks routing about one agent, at this moment. */
function Explain({ conversation }: { conversation: string }) {
  const { base } = useDeskContext()
  const { data: directory } = useDirectory()
  const [agent, setAgent] = useState<string | null>(null)
  const explained = useQuery({
    queryKey: ["explain", base, conversation, agent],
    queryFn: ({ signal }) =>
      http.get<Explained>(`${base}/conversations/${conversation}/explain?agent=${agent}`, signal),
    enabled: agent !== null,
    gcTime: 0,
  })
  return (
    <div>
      <Select
        size="xs"
        label="Could this agent take it?"
        placeholder="Choose an agent"
        searchable
        clearable
        data={directory?.agents.map(one => ({ value: one.agent.id, label: one.agent.name })) ?? []}
        value={agent}
        onChange={setAgent}
      />
      {agent && (
        <p role="status">
          {explained.data?.live &&
            `${explained.data.live.agent.name} ${verdictInWords(explained.data.live.verdict, serverNow())}.`}
          {explained.isError && "Routing cannot say at the moment."}
        </p>
      )}
    </div>
  )
}
