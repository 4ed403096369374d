// The motif: two ends and a slanted stroke between them, wherever ownership moves. Solid when done, dashed while
// pending, doubled when warm, tier numbers where tiers change. Text beside it says the same.

import { Avatar } from "./avatar.tsx"
import styles from "./handover-mark.module.css"

export interface End {
  kind: "agent" | "visitor" | "queue"
  name?: string | undefined
  tier?: number | undefined
}

interface HandoverMarkProps {
  from: End
  to: End
  pending?: boolean
  warm?: boolean
  size?: number
}

export function HandoverMark({ from, to, pending = false, warm = false, size = 28 }: HandoverMarkProps) {
  return (
    <span className={styles.mark} aria-hidden="true">
      <Avatar {...from} size={size} />
      <Stroke pending={pending} warm={warm} height={size} />
      <Avatar {...to} size={size} />
    </span>
  )
}

function Stroke({ pending, warm, height }: { pending: boolean; warm: boolean; height: number }) {
  const width = height * (warm ? 0.8 : 0.6)
  const slant = (x: number) => `M${x + height * 0.28} ${height * 0.12} L${x} ${height * 0.88}`
  const middle = (width - height * 0.28) / 2
  const starts = warm ? [middle - height * 0.1, middle + height * 0.1] : [middle]
  return (
    <svg
      width={width}
      height={height}
      className={styles.stroke}
      data-pending={pending}
      focusable="false"
      aria-hidden="true"
    >
      {starts.map(x => (
        <path key={x} d={slant(x)} />
      ))}
    </svg>
  )
}
