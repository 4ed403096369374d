// What there is to know of one target before sending: status, room, fit, waits, and whether it was here.

import type { AgentTarget, QueueTarget } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { StatusSign } from "../desk/presence-menu.tsx"
import { offInWords } from "../server-words/off.ts"
import { Avatar } from "../ui/avatar.tsx"
import { Tier } from "../ui/tier.tsx"
import { Ago, Since } from "../ui/times.tsx"
import { statusWords } from "../words.ts"
import { type Chosen, offOf, parkOnly } from "./plan.ts"
import styles from "./target-facts.module.css"

export function TargetFacts({ id, target }: { id: string; target: Chosen }) {
  const off = offOf(target)
  return target.kind === "agent" ? (
    <AgentFacts id={id} agent={target.agent} off={off} park={parkOnly(target)} />
  ) : (
    <QueueFacts id={id} queue={target.queue} off={off} />
  )
}

function AgentFacts({
  id,
  agent: target,
  off,
  park,
}: {
  id: string
  agent: AgentTarget
  off: string | undefined
  park: boolean
}) {
  const { agent, status, load, capacity, missing, was_here_ms, serves } = target
  const free = Math.max(0, capacity - load)
  return (
    <>
      <Avatar kind="agent" name={agent.name} size={32} />
      <span className={styles.names} id={id}>
        <span className={styles.name} data-off={off !== undefined} dir="auto">
          {agent.name}
        </span>
        <span className={styles.facts}>
          <span className={styles.status}>
            <StatusSign status={status} /> {statusWords[status]}
          </span>
          {serves.length > 0 && <span>{serves.map(queue => queue.name).join(", ")}</span>}
          {missing.length > 0 && (
            <span className={styles.warn}>
              <Trans>lacks {missing.map(({ skill, level }) => `${skill.name} ≥ ${level}`).join(", ")}</Trans>
            </span>
          )}
          {was_here_ms !== undefined && (
            <span className={styles.warn}>
              <Trans>
                was here <Ago at_ms={was_here_ms} />
              </Trans>
            </span>
          )}
          {off && <span className={styles.warn}>{off}</span>}
          {park && (
            <span className={styles.warn}>
              <Trans>{offInWords(target.off)} It can be kept for them.</Trans>
            </span>
          )}
        </span>
      </span>
      <span className={styles.room} data-full={free === 0}>
        <span className="figures">
          {load}/{capacity}
        </span>
        <span className={styles.small}>{free === 0 ? t`full` : t`${free} free`}</span>
      </span>
    </>
  )
}

function QueueFacts({ id, queue: target, off }: { id: string; queue: QueueTarget; off: string | undefined }) {
  const { queue, waiting, longest_wait_since_ms, available, online, was_here_ms } = target
  return (
    <>
      <Avatar kind="queue" tier={queue.tier} size={32} />
      <span className={styles.names} id={id}>
        <span className={styles.name} data-off={off !== undefined} dir="auto">
          {queue.name} <Tier tier={queue.tier} />
        </span>
        <span className={styles.facts}>
          <span>{waiting === 0 ? t`nobody waits` : t`${waiting} waiting`}</span>
          {longest_wait_since_ms !== undefined && (
            <span>
              <Trans>
                longest <Since at_ms={longest_wait_since_ms} />
              </Trans>
            </span>
          )}
          {was_here_ms !== undefined && (
            <span className={styles.warn}>
              <Trans>
                was here <Ago at_ms={was_here_ms} />
              </Trans>
            </span>
          )}
          {off && <span className={styles.warn}>{off}</span>}
        </span>
      </span>
      <span className={styles.room} data-full={available === 0}>
        <span className="figures">
          {available}/{online}
        </span>
        <span className={styles.small}>{online === 0 ? t`nobody online` : t`free of online`}</span>
      </span>
    </>
  )
}
