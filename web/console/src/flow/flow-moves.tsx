// The moves of a flow as a list, for those who see how it went and none of its lines.

import type { Flow } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { TimeOfDay } from "../ui/times.tsx"
import { duration } from "../words.ts"
import styles from "./flow-steps.module.css"
import { moveInWords } from "./words.ts"

export function FlowMoves({ flow }: { flow: Flow }) {
  const began = Math.min(...flow.stays.map(stay => stay.from_ms))
  return (
    <ol className={styles.steps} aria-label={t`Steps`}>
      {flow.moves.map((move, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a move is its number
        <li key={at} className={styles.step}>
          <span className={styles.time}>
            <span className="figures">{duration(move.asked_ms - began)}</span>
            <TimeOfDay at_ms={move.asked_ms} />
          </span>
          <span className={styles.what}>{moveInWords(move, flow.lanes)}</span>
        </li>
      ))}
    </ol>
  )
}
