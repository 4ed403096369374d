// Spans of whole days that are asked for by name, and which of them a pair of days is. Both days are included.

export type PeriodName = "week" | "month" | "this_month" | "last_month" | "this_year" | "last_year"

export interface Period {
  /** `2026-03-01`. */
  from: string
  to: string
}

export function periodOf(name: PeriodName, today: Date): Period {
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()]
  const span = (from: Date, to: Date): Period => ({ from: dayOf(from), to: dayOf(to) })
  switch (name) {
    case "week":
      return span(new Date(year, month, day - 6), today)
    case "month":
      return span(new Date(year, month, day - 29), today)
    case "this_month":
      return span(new Date(year, month, 1), new Date(year, month + 1, 0))
    case "last_month":
      return span(new Date(year, month - 1, 1), new Date(year, month, 0))
    case "this_year":
      return span(new Date(year, 0, 1), new Date(year, 11, 31))
    case "last_year":
      return span(new Date(year - 1, 0, 1), new Date(year - 1, 11, 31))
  }
}

export const PERIODS: readonly PeriodName[] = [
  "week",
  "month",
  "this_month",
  "last_month",
  "this_year",
  "last_year",
]

export const periodNamed = ({ from, to }: Period, today: Date): PeriodName | undefined =>
  PERIODS.find(name => {
    const period = periodOf(name, today)
    return period.from === from && period.to === to
  })

function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0")
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
