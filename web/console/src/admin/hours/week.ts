// The opening times of a week between the document's `mon-fri` and one row for each day.

import { type Entries, isList, type Value } from "../draft/values.ts"

export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const
export type Day = (typeof DAYS)[number]

/** The days a key names; a range may go round the end of the week. */
export function daysOf(key: string): Day[] {
  const [first = "", last = first] = key.split("-")
  const [from, to] = [DAYS.indexOf(first as Day), DAYS.indexOf(last as Day)]
  if (from < 0 || to < 0) return []
  const count = ((to - from + 7) % 7) + 1
  return Array.from({ length: count }, (_, step) => DAYS[(from + step) % 7] as Day)
}

export type Week = Record<Day, readonly string[]>

export function weekOf(open: Entries): Week {
  const week = Object.fromEntries(DAYS.map(day => [day, [] as string[]])) as Record<Day, string[]>
  for (const [key, times] of Object.entries(open)) {
    for (const day of daysOf(key)) week[day].push(...(isList(times) ? times.map(String) : []))
  }
  return week
}

/** As the document writes it: neighbours with the same times share a line, closed days have none. */
export function openOf(week: Week): Value {
  const open: Record<string, readonly string[]> = {}
  let at = 0
  while (at < DAYS.length) {
    const first = DAYS[at] as Day
    let end = at
    while (end + 1 < DAYS.length && String(week[DAYS[end + 1] as Day]) === String(week[first])) end++
    if (week[first].length > 0) open[end > at ? `${first}-${DAYS[end]}` : first] = week[first]
    at = end + 1
  }
  return open
}
