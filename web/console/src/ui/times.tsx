// Moments and durations: short to read, exact on hover, in figures of one width.

import { t } from "@lingui/core/macro"
import { useNow } from "../desk/clock.ts"
import { regional } from "../language/language.ts"
import { ago, duration } from "../words.ts"

const exact = new Intl.DateTimeFormat(regional(), { dateStyle: "medium", timeStyle: "medium" })
const moment = new Intl.DateTimeFormat(regional(), { dateStyle: "medium", timeStyle: "short" })
const clock = new Intl.DateTimeFormat(regional(), { hour: "2-digit", minute: "2-digit" })

/** The time of day, with date and second on hover. */
export function TimeOfDay({ at_ms }: { at_ms: number }) {
  return (
    <time className="figures" dateTime={new Date(at_ms).toISOString()} title={exact.format(at_ms)}>
      {clock.format(at_ms)}
    </time>
  )
}

/** Day and time. */
export function Moment({ at_ms }: { at_ms: number }) {
  return (
    <time className="figures" dateTime={new Date(at_ms).toISOString()} title={exact.format(at_ms)}>
      {moment.format(at_ms)}
    </time>
  )
}

/** "4 min ago". */
export function Ago({ at_ms }: { at_ms: number }) {
  const now = useNow()
  return (
    <time className="figures" dateTime={new Date(at_ms).toISOString()} title={exact.format(at_ms)}>
      {ago(at_ms, now)}
    </time>
  )
}

/** Counts up from a moment: `2:05`. */
export function Since({ at_ms, label }: { at_ms: number; label?: string }) {
  const now = useNow()
  return (
    <span className="figures" title={label ? t`${label} since ${exact.format(at_ms)}` : exact.format(at_ms)}>
      {duration(now - at_ms)}
    </span>
  )
}

/** Counts down to a moment. */
export function Until({ at_ms }: { at_ms: number }) {
  const now = useNow()
  return <span className="figures">{duration(at_ms - now)}</span>
}
