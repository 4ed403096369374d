// Where one is among the reports, as the address keeps it: `#/demo/reports/tier-by-agent?tier=1&from=2026-03-01`.
// A row that was drilled into stands beside the filters, `row.agent=mara`, so that the way back has the filters alone.

import type { ColumnAbout, FilterAbout, Row } from "./contract.ts"

/** Filters as the address has them; what is not set is not there. */
export type Asked = Readonly<Record<string, string>>

/** Whether the period before is shown beside; it is asked like a filter. */
export const COMPARE = "compare"

const OF_ROW = "row."

export interface ReportsPlace {
  /** Of a report; the gallery has none. */
  report: string | undefined
  /** Whether its conversations are shown instead of its figures. */
  conversations: boolean
  asked: Asked
  /** Dimensions of the row that was drilled into. */
  row: Asked
}

export function placeOf(splat: string, search: string): ReportsPlace {
  const [report, inner] = splat.split("/").filter(Boolean)
  const asked: Record<string, string> = {}
  const row: Record<string, string> = {}
  for (const [key, value] of new URLSearchParams(search)) {
    if (key.startsWith(OF_ROW)) row[key.slice(OF_ROW.length)] = value
    else if (value !== "") asked[key] = value
  }
  return { report, conversations: inner === "conversations", asked, row }
}

export function addressOf({ report, conversations, asked, row }: ReportsPlace): string {
  const search = new URLSearchParams(asked)
  for (const [key, value] of Object.entries(row)) search.set(OF_ROW + key, value)
  const path = ["reports", report, conversations && "conversations"].filter(Boolean).join("/")
  return search.size > 0 ? `${path}?${search}` : path
}

/** The question to the server: filters, and of the row what they do not say already. */
export function queryOf(asked: Asked, more: Asked = {}): string {
  const query = new URLSearchParams({ ...asked, ...more })
  query.sort()
  return query.toString()
}

/** Filters with some changed; what is as the report has it anyway is left out. */
export function changed(asked: Asked, changes: Asked, filters: readonly FilterAbout[]): Asked {
  const usual = new Map(filters.map(({ key, default: usually }) => [key, usually?.toString()]))
  return Object.fromEntries(
    Object.entries({ ...asked, ...changes }).filter(
      ([key, value]) => value !== "" && value !== usual.get(key),
    ),
  )
}

/** What tells a row from others: its conversation alone, where it is one; nothing of a row that is all there is. */
export function dimensionsOf(row: Row, columns: readonly ColumnAbout[]): Asked {
  const dimensions = columns.filter(({ role }) => role === "dimension")
  const one = dimensions.find(({ unit }) => unit === "conversation")
  return Object.fromEntries((one ? [one] : dimensions).map(({ key }) => [key, String(row[key] ?? "")]))
}
