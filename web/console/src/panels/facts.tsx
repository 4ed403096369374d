// Where a conversation stands: queue, priority, hops, times, and what routing says about one agent.

import type { Conversation, Explained } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Select } from "@mantine/core"
import { IconTimeline } from "@tabler/icons-react"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { serverNow } from "../desk/clock.ts"
import { useDeskContext } from "../desk/desk-context.tsx"
import { useDirectory } from "../desk/directory.ts"
import { useFrame } from "../desk/frame-context.ts"
import { KeepMenu } from "../history/keep-menu.tsx"
import { http } from "../session/session.ts"
import { Tier } from "../ui/tier.tsx"
import { Ago, Since } from "../ui/times.tsx"
import { closedWords, duration, verdictInWords } from "../words.ts"
import styles from "./facts.module.css"
import { Tags } from "./tags.tsx"

export function Facts({ conversation }: { conversation: Conversation }) {
  const { id, queue, priority, hops, opened_at_ms, held_since_ms, wait, owner, status, closed, transfer } =
    conversation
  return (
    <>
      <dl className={styles.facts}>
        <dt>
          <Trans>Queue</Trans>
        </dt>
        <dd>
          {queue.name} <Tier tier={queue.tier} />
        </dd>
        <dt>
          <Trans>Priority</Trans>
        </dt>
        <dd className="figures">
          <Trans>{priority} of 9</Trans>
        </dd>
        <dt>
          <Trans>Hand-overs</Trans>
        </dt>
        <dd className="figures">{hops}</dd>
        <dt>
          <Trans>Opened</Trans>
        </dt>
        <dd>
          <Ago at_ms={opened_at_ms} />
        </dd>
        {status === "closed" ? (
          <>
            <dt>
              <Trans>State</Trans>
            </dt>
            <dd>{closed ? closedWords[closed] : t`Closed`}</dd>
          </>
        ) : (
          <>
            <dt>{owner ? t`Owned for` : t`Waiting`}</dt>
            <dd>
              <Since at_ms={held_since_ms} />
            </dd>
          </>
        )}
        {wait && wait.credit_ms > 0 && (
          <>
            <dt>
              <Trans>Waited before</Trans>
            </dt>
            <dd className="figures">{duration(wait.credit_ms)}</dd>
          </>
        )}
        {wait?.reserved_for && (
          <>
            <dt>
              <Trans>Kept for</Trans>
            </dt>
            <dd>{wait.reserved_for.name}</dd>
          </>
        )}
        <dt>
          <Trans>Number</Trans>
        </dt>
        <dd>{id}</dd>
      </dl>
      <Tags conversation={conversation} />
      <div className={styles.tools}>
        <FlowButton conversation={id} />
        <KeepMenu conversation={id} />
      </div>
      {(wait || transfer) && <Explain conversation={id} />}
    </>
  )
}

function FlowButton({ conversation }: { conversation: string }) {
  const { openFlow } = useFrame()
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconTimeline size={16} aria-hidden="true" />}
      onClick={() => openFlow(conversation)}
    >
      <Trans>Flow</Trans>
    </Button>
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
        label={t`Could this agent take it?`}
        placeholder={t`Choose an agent`}
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
          {explained.isError && t`Routing cannot say at the moment.`}
        </p>
      )}
    </div>
  )
}
