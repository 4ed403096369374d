// A figure beside that of the period before: which rows belong together, and by how much they differ.

import { t } from "@lingui/core/macro"
import { regional } from "../language/language.ts"
import type { ColumnAbout, Figures, Row, Value } from "./contract.ts"
import { NOTHING, shown } from "./shown.ts"

const relative = new Intl.NumberFormat(regional(), {
  style: "percent",
  maximumFractionDigits: 0,
  signDisplay: "exceptZero",
})
const points = new Intl.NumberFormat(regional(), { maximumFractionDigits: 1, signDisplay: "exceptZero" })

/**
 * The row of the period before for each row: of the same dimensions; of buckets, the one in the same place. Rows that
 * are conversations have none: each is of one period.
 */
export function before(
  rows: readonly Row[],
  columns: readonly ColumnAbout[],
  previous: Figures | undefined,
): Map<Row, Row> | undefined {
  const told = columns.filter(({ key }) => rows[0] !== undefined && key in rows[0])
  if (!previous || told.some(({ unit }) => unit === "conversation")) return undefined
  const found = new Map<Row, Row>()
  const dimensions = told.filter(({ role }) => role === "dimension")
  const others = dimensions.filter(({ unit }) => unit !== "bucket")
  const buckets = dimensions.find(({ unit }) => unit === "bucket")
  const keyOf = (row: Row, place: number) =>
    JSON.stringify([...others.map(({ key }) => row[key]), buckets ? place : null])
  const placesOf = (all: readonly Row[]) => {
    const known = [...new Set(all.map(row => (buckets ? row[buckets.key] : null)))]
    return (row: Row) => known.indexOf(buckets ? row[buckets.key] : null)
  }
  const [placeNow, placeThen] = [placesOf(rows), placesOf(previous.rows)]
  const then = new Map(previous.rows.map(row => [keyOf(row, placeThen(row)), row]))
  for (const row of rows) {
    const one = then.get(keyOf(row, placeNow(row)))
    if (one) found.set(row, one)
  }
  return found
}

/** "+3", "−2", or "±0": how many more there are. */
export const differenceInWords = (now: number, then: number): string =>
  now === then ? "±0" : points.format(now - then)

/** "+12 % from 96", of shares "+3.1 points from 20 %"; a dash where there was nothing before. */
export function changeInWords(
  { unit }: Pick<ColumnAbout, "unit">,
  now: Value | undefined,
  then: Value | undefined,
): string {
  if (typeof now !== "number" || typeof then !== "number") return NOTHING
  const before = shown(unit, then)
  if (unit === "share") return t`${points.format((now - then) * 100)} points from ${before}`
  if (then === 0) return now === 0 ? t`as before` : t`from ${before}`
  return t`${relative.format((now - then) / then)} from ${before}`
}
