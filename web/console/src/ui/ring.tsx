// A ring that runs down, with the seconds inside. Announced by nobody: the card says in words that it is short.

import { t } from "@lingui/core/macro"
import { useNow } from "../desk/clock.ts"
import styles from "./ring.module.css"

const SIZE = 40
const STROKE = 3.5
const RADIUS = (SIZE - STROKE) / 2
const LENGTH = 2 * Math.PI * RADIUS

export function Ring({ from_ms, until_ms }: { from_ms: number; until_ms: number }) {
  const now = useNow()
  const seconds = secondsLeft(until_ms, now)
  const left = Math.min(1, Math.max(0, (until_ms - now) / Math.max(1, until_ms - from_ms)))
  return (
    <span
      className={styles.ring}
      data-short={seconds <= 10}
      role="timer"
      aria-label={t`${seconds} seconds left`}
    >
      <svg width={SIZE} height={SIZE} focusable="false" aria-hidden="true">
        <circle cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} className={styles.track} strokeWidth={STROKE} />
        <circle
          cx={SIZE / 2}
          cy={SIZE / 2}
          r={RADIUS}
          className={styles.rest}
          visibility={left > 0 ? "visible" : "hidden"}
          strokeWidth={STROKE}
          strokeDasharray={`${LENGTH * left} ${LENGTH}`}
          transform={`rotate(-90 ${SIZE / 2} ${SIZE / 2})`}
        />
      </svg>
      <span className={styles.seconds}>{seconds}</span>
    </span>
  )
}

/** Whole seconds until then, never below zero; the last part of a second counts as one. */
export const secondsLeft = (until_ms: number, now_ms: number): number =>
  Math.max(0, Math.ceil((until_ms - now_ms) / 1000))
