// What the bars of a picture stand for, those that are in it.

import type { Flow } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import styles from "./flow-legend.module.css"
import { stayWords } from "./words.ts"

export function FlowLegend({ flow }: { flow: Flow }) {
  const kinds = new Set(flow.stays.map(stay => stay.kind))
  const shown = (Object.keys(stayWords) as (keyof typeof stayWords)[]).filter(kind => kinds.has(kind))
  return (
    <ul className={styles.legend} aria-label={t`What the bars stand for`}>
      {shown.map(kind => (
        <li key={kind}>
          <svg width={18} height={10} aria-hidden="true">
            <rect x={0.5} y={0.5} width={17} height={9} rx={2} data-kind={kind} className={styles.bar} />
          </svg>
          {stayWords[kind]}
        </li>
      ))}
    </ul>
  )
}
