// Values as one reads them: by unit, in the reader's region, with names for keys. Moments and buckets are of the
// workspace's zone, as the server says them, whatever zone the reader sits in.

import { t } from "@lingui/core/macro"
import { regional } from "../language/language.ts"
import { duration } from "../words.ts"
import type { ColumnAbout, Names, Row, Unit, Value } from "./contract.ts"
import { codeWords } from "./words.ts"

/** Where there is nothing: nobody, never, not measured. */
export const NOTHING = "–"

const DAY_MS = 24 * 60 * 60_000

const formats = {
  count: new Intl.NumberFormat(regional(), { maximumFractionDigits: 0 }),
  number: new Intl.NumberFormat(regional(), { maximumFractionDigits: 2 }),
  share: new Intl.NumberFormat(regional(), { style: "percent", maximumFractionDigits: 1 }),
  month: new Intl.DateTimeFormat(regional(), { month: "short", year: "numeric", timeZone: "UTC" }),
  day: new Intl.DateTimeFormat(regional(), { dateStyle: "medium", timeZone: "UTC" }),
  hour: new Intl.DateTimeFormat(regional(), { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }),
}

/** The units whose values are figures: measured, counted, compared. */
const FIGURES: readonly Unit[] = ["count", "share", "duration", "number"]

export const isFigure = ({ unit }: Pick<ColumnAbout, "unit">): boolean => FIGURES.includes(unit)

export function shown(unit: Unit, value: Value | undefined, names: Names = {}): string {
  if (value === null || value === undefined || value === "") return NOTHING
  if (typeof value === "object") return stationsOf(value, names).join(" → ")
  switch (unit) {
    case "count":
    case "number":
    case "share":
      return typeof value === "number" ? formats[unit].format(value) : value
    case "duration":
      return typeof value === "number" ? longDuration(value) : value
    case "bucket":
      return bucketInWords(String(value))
    case "time":
      return formats.hour.format(wallClock(String(value)))
    case "code":
      return codeWords[value] ?? String(value).replaceAll("_", " ")
    default:
      return names[unit]?.[value] ?? String(value)
  }
}

/** The names of a path's stations, which are all queues, all agents or all teams. */
export const stationsOf = (value: Value | undefined, { queue, agent, team }: Names): string[] =>
  (Array.isArray(value) ? value : []).map(key => queue?.[key] ?? agent?.[key] ?? team?.[key] ?? key)

/** A figure with its interval, where it has one: "34 % (22 % – 48 %)". */
export function figureInWords(columns: readonly ColumnAbout[], at: number, row: Row): string {
  const column = columns[at]
  if (!column) return NOTHING
  const figure = shown(column.unit, row[column.key])
  const { low, high } = intervalOf(columns, at)
  if (!low || !high || typeof row[low.key] !== "number") return figure
  return `${figure} (${shown(low.unit, row[low.key])} – ${shown(high.unit, row[high.key])})`
}

/** The columns of a measure's interval: those that follow it. */
export function intervalOf(columns: readonly ColumnAbout[], at: number) {
  const after = columns.slice(at + 1, at + 3)
  return { low: after.find(({ role }) => role === "low"), high: after.find(({ role }) => role === "high") }
}

/** Figures and dimensions with a column of their own. */
export const columnsShown = (columns: readonly ColumnAbout[]): ColumnAbout[] =>
  columns.filter(({ role }) => role === "dimension" || role === "measure")

/**
 * Those of them that these rows have: some are there only as one groups or splits. The number of a conversation has a
 * column beside what it is called only where that is something else.
 */
export const columnsOf = (columns: readonly ColumnAbout[], rows: readonly Row[]): ColumnAbout[] => {
  const called = columns.find(({ key, unit }) => key === "conversation" && unit === "text")
  return columnsShown(columns)
    .filter(({ key }) => rows[0] !== undefined && key in rows[0])
    .filter(({ unit, key }) => {
      if (unit !== "conversation" || !called) return true
      return rows.some(row => row[key] !== row[called.key])
    })
}

/** What a row is of: "Front desk · Escalation". */
export function nameOfRow(columns: readonly ColumnAbout[], row: Row, names: Names): string {
  const dimensions = columns.filter(({ role, key }) => role === "dimension" && (row[key] ?? null) !== null)
  return dimensions.map(({ unit, key }) => shown(unit, row[key], names)).join(" · ") || NOTHING
}

/** `2:05`; what takes days is told in days. */
function longDuration(ms: number): string {
  if (ms < 2 * DAY_MS) return duration(ms)
  const days = Math.floor(ms / DAY_MS)
  const hours = Math.floor((ms % DAY_MS) / 3_600_000)
  return t`${days} d ${hours} h`
}

function bucketInWords(bucket: string): string {
  const week = /^(\d{4})-W(\d{2})$/.exec(bucket)
  if (week) return t`Week ${Number(week[2])}, ${week[1] ?? ""}`
  if (/^\d{4}-\d{2}$/.test(bucket)) return formats.month.format(Date.parse(`${bucket}-01T00:00Z`))
  if (/^\d{4}-\d{2}-\d{2}$/.test(bucket)) return formats.day.format(Date.parse(`${bucket}T00:00Z`))
  if (/^\d{4}-\d{2}-\d{2}T\d{2}$/.test(bucket)) return formats.hour.format(Date.parse(`${bucket}:00Z`))
  return bucket
}

/** What a clock on the wall said there, as if it were UTC. */
const wallClock = (at: string): number => Date.parse(`${at.slice(0, 19)}Z`)
