// Where one is among the reports, as the address keeps it: `#/demo/reports/tier-by-agent?tier=1&from=2026-03-01`.
// A row that was drilled into stands beside the filters, `row.agent=mara`, so that the way back has the filters alone.

import type { FilterAbout, ReportAbout, Row } from "./contract.ts"

/** Filters as the address has them; what is not set is not there. */
export type Asked = Readonly<Record<string, string>>

/** Whether the period before is shown beside; it is asked like a filter. */
export const COMPARE = "compare"

const OF_ROW = "row."
const OPEN = "open"

export interface ReportsPlace {
  /** Of a report; the gallery has none. */
  report: string | undefined
  /** Whether its conversations are shown instead of its figures. */
  conversations: boolean
  asked: Asked
  /** Dimensions of the row that was drilled into. */
  row: Asked
  /** The conversation that is read. */
  open: string | undefined
}

export function placeOf(splat: string, search: string): ReportsPlace {
  const [report, inner] = splat.split("/").filter(Boolean)
  const asked: Record<string, string> = {}
  const row: Record<string, string> = {}
  let open: string | undefined
  for (const [key, value] of new URLSearchParams(search)) {
    if (key.startsWith(OF_ROW)) row[key.slice(OF_ROW.length)] = value
    else if (key === OPEN) open = value
    else if (value !== "") asked[key] = value
  }
  return { report, conversations: inner === "conversations", asked, row, open }
}

export function addressOf({ report, conversations, asked, row, open }: ReportsPlace): string {
  const search = new URLSearchParams(asked)
  for (const [key, value] of Object.entries(row)) search.set(OF_ROW + key, value)
  if (open) search.set(OPEN, open)
  const path = ["reports", report, conversations && "conversations"].filter(Boolean).join("/")
  return search.size > 0 ? `${path}?${search}` : path
}

/** Without the comparison, which only figures have. */
export function filtersOf({ [COMPARE]: _, ...filters }: Asked): Asked {
  return filters
}

/** The question to the server: filters, and the row that was drilled into. */
export function queryOf(asked: Asked, row: Asked = {}): string {
  const query = new URLSearchParams(asked)
  for (const [key, value] of Object.entries(row)) query.set(OF_ROW + key, value)
  query.sort()
  return query.toString()
}

/** Filters with some changed; what is as the report has it anyway is left out. */
export function changed(asked: Asked, changes: Asked, filters: readonly FilterAbout[]): Asked {
  const usual = new Map(filters.map(({ key, default: usually }) => [key, usually]))
  return Object.fromEntries(
    Object.entries({ ...asked, ...changes }).filter(
      ([key, value]) => value !== "" && value !== usual.get(key),
    ),
  )
}

/**
 * Where a row leads: to its conversation where it is one, else to those that share its dimensions; nowhere if the
 * server cannot tell them by these.
 */
export function behind(
  row: Row,
  { columns, drill_down, drill_by }: Pick<ReportAbout, "columns" | "drill_down" | "drill_by">,
): Pick<ReportsPlace, "conversations" | "row" | "open"> | undefined {
  const dimensions = columns.filter(({ role, key }) => role === "dimension" && key in row)
  const one = dimensions.find(({ unit }) => unit === "conversation")
  if (one) return { conversations: true, row: {}, open: String(row[one.key]) }
  if (!drill_down || !dimensions.every(({ key }) => drill_by.includes(key))) return undefined
  const told = dimensions.map(({ key }) => [key, String(row[key] ?? "")])
  return { conversations: true, row: Object.fromEntries(told), open: undefined }
}
