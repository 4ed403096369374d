// The moves of a flow as a list, by the numbers of their arrows: what kind each was, from whom to whom, why, and what
// became of it. For those who see how it went and none of its lines it is all there is beside the picture.

import type { Flow } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { TimeOfDay } from "../ui/times.tsx"
import { duration } from "../words.ts"
import styles from "./flow-moves.module.css"
import { moveInWords } from "./words.ts"

export function FlowMoves({ flow }: { flow: Flow }) {
  if (flow.moves.length === 0) return null
  return (
    <ol className={styles.moves} aria-label={t`Moves`}>
      {flow.moves.map((move, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a move is its number
        <li key={at} className={styles.move}>
          <span className={styles.number} aria-hidden="true">
            {at + 1}
          </span>
          <span className={`figures ${styles.time}`}>{duration(move.asked_ms - flow.began_ms)}</span>
          <span>
            {moveInWords(move, flow.lanes)}
            <span className={styles.time}>
              {" · "}
              <TimeOfDay at_ms={move.asked_ms} />
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
