// A hand-over as a line across the transcript: the mark, who, why, the note, and how long it took.

import { t } from "@lingui/core/macro"
import { NoteCard } from "../offer/note-card.tsx"
import { useSentence } from "../server-words/sentences.ts"
import { type End, HandoverMark } from "../ui/handover-mark.tsx"
import { TimeOfDay } from "../ui/times.tsx"
import { duration } from "../words.ts"
import styles from "./handover-line.module.css"
import type { EventLine } from "./rows.ts"

export function HandoverLine({ line }: { line: EventLine }) {
  const sentence = useSentence()
  const pending = line.event === "transfer.started" || line.event === "transfer.turned_cold"
  const off = line.event === "transfer.ended"
  return (
    <section className={styles.line} data-off={off}>
      <div className={styles.across}>
        <span className={styles.rule} aria-hidden="true" />
        <HandoverMark
          from={fromEnd(line)}
          to={toEnd(line)}
          warm={line.mode === "warm"}
          pending={pending}
          size={26}
        />
        <span className={styles.rule} aria-hidden="true" />
      </div>
      <p className={styles.text}>
        {sentence(line)}
        <span className={styles.facts}>
          {line.duration_ms !== undefined && t` after ${duration(line.duration_ms)}`} ·{" "}
          <TimeOfDay at_ms={line.at_ms} />
        </span>
      </p>
      {line.note && (
        <div className={styles.note}>
          <NoteCard note={line.note} />
        </div>
      )}
    </section>
  )
}

function fromEnd({ from, from_queue, queue }: EventLine): End {
  if (from) return { kind: "agent", name: from.name }
  return { kind: "queue", tier: (from_queue ?? queue)?.tier }
}

function toEnd({ to, agent, queue }: EventLine): End {
  if (agent) return { kind: "agent", name: agent.name }
  if (to && "agent" in to) return { kind: "agent", name: to.agent.name }
  return { kind: "queue", tier: to?.queue.tier ?? queue?.tier }
}
