// Which rows of two periods belong together, and how a difference is told.

import { expect, test } from "vitest"
import { before, changeInWords, differenceInWords } from "./compare.ts"
import type { ColumnAbout } from "./contract.ts"

const about = (key: string, unit: ColumnAbout["unit"], role: ColumnAbout["role"]): ColumnAbout => ({
  key,
  title: key,
  definition: "",
  unit,
  role,
})
const HANDLED = about("handled", "count", "measure")

test("rows_of_people_are_compared_by_person", () => {
  const columns = [about("agent", "agent", "dimension"), HANDLED]
  const rows = [
    { agent: "mara", handled: 3 },
    { agent: "new", handled: 1 },
  ]
  const then = [
    { agent: "gone", handled: 5 },
    { agent: "mara", handled: 2 },
  ]
  const found = before(rows, columns, { totals: {}, rows: then })
  expect(rows.map(row => found?.get(row)?.handled)).toEqual([2, undefined])
})

test("rows_of_time_are_compared_by_place_within_each_of_the_others", () => {
  const columns = [about("bucket", "bucket", "dimension"), about("queue", "queue", "dimension"), HANDLED]
  const row = (bucket: string, queue: string, handled: number) => ({ bucket, queue, handled })
  const rows = [row("2012-05-03", "a", 1), row("2012-05-03", "b", 2), row("2012-05-04", "a", 3)]
  const then = [row("2012-05-01", "b", 20), row("2012-05-02", "a", 30)]
  const found = before(rows, columns, { totals: {}, rows: then })
  expect(rows.map(one => found?.get(one)?.handled)).toEqual([undefined, 20, 30])
})

test("rows_that_are_conversations_have_none_in_the_period_before", () => {
  const columns = [about("id", "conversation", "dimension"), HANDLED]
  const rows = [{ id: "cnv_7", handled: 1 }]
  expect(before(rows, columns, { totals: {}, rows })).toBeUndefined()
})

test("a_count_in_a_cell_differs_by_a_signed_number", () => {
  expect([differenceInWords(5, 2), differenceInWords(0, 1_200), differenceInWords(4, 4)]).toEqual([
    "+3",
    "-1,200",
    "±0",
  ])
})

test("a_share_changes_by_points_and_anything_else_by_its_part", () => {
  expect(changeInWords({ unit: "share" }, 0.25, 0.2)).toBe("+5 points from 20%")
  expect(changeInWords({ unit: "count" }, 15, 10)).toBe("+50% from 10")
  expect(changeInWords({ unit: "duration" }, 5_000, 10_000)).toBe("-50% from 0:10")
  expect(changeInWords({ unit: "count" }, 4, 0)).toBe("from 0")
  expect(changeInWords({ unit: "count" }, 4, null)).toBe("–")
})
