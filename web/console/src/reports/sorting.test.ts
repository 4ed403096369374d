// In which order rows stand.

import { expect, test } from "vitest"
import { sortedBy } from "./sorting.ts"

const plainly = (_: string, value: unknown) => String(value)

test("figures_are_sorted_by_size_and_nothing_stands_last_either_way", () => {
  const rows = [{ n: 9 }, { n: null }, { n: 10 }]
  const order = (descending: boolean) => sortedBy(rows, { by: "n", descending }, plainly).map(({ n }) => n)
  expect(order(false)).toEqual([9, 10, null])
  expect(order(true)).toEqual([10, 9, null])
})

test("words_are_sorted_as_one_reads_them", () => {
  const rows = [{ q: "k2" }, { q: "k10" }, { q: "k1" }]
  const names: Record<string, string> = { k1: "Zebra", k2: "Queue 2", k10: "Queue 10" }
  const read = sortedBy(rows, { by: "q", descending: false }, (_, value) => names[String(value)] ?? "")
  expect(read.map(({ q }) => q)).toEqual(["k2", "k10", "k1"])
})

test("without_a_column_rows_stay_as_they_come", () => {
  const rows = [{ n: 2 }, { n: 1 }]
  expect(sortedBy(rows, undefined, plainly)).toBe(rows)
})
