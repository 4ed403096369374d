// How values of a report are written.

import { expect, test } from "vitest"
import type { ColumnAbout } from "./contract.ts"
import { columnsOf, columnsShown, figureInWords, NOTHING, nameOfRow, shown, stationsOf } from "./shown.ts"

test("figures_are_written_by_their_unit", () => {
  expect(shown("count", 12345)).toBe("12,345")
  expect(shown("share", 0.1234)).toBe("12.3%")
  expect(shown("number", 2.3456)).toBe("2.35")
  expect(shown("duration", 125_000)).toBe("2:05")
  expect(shown("duration", 3 * 86_400_000 + 7_200_000)).toBe("3 d 2 h")
})

test("buckets_are_of_the_workspace_and_not_of_the_reader", () => {
  expect(shown("bucket", "2012-05")).toBe("May 2012")
  expect(shown("bucket", "2012-05-17")).toBe("May 17, 2012")
  expect(shown("bucket", "2012-W20")).toBe("Week 20, 2012")
  expect(shown("bucket", "2012-05-17T14")).toContain("2:00")
  expect(shown("time", "2012-05-17T23:30:00+09:00")).toContain("May 17, 2012")
})

test("keys_are_shown_by_name_and_as_they_are_where_nobody_knows_one", () => {
  expect(shown("agent", "mara", { agent: { mara: "Mara Vogel" } })).toBe("Mara Vogel")
  expect(shown("queue", "V5 3rd", {})).toBe("V5 3rd")
  expect(shown("agent", null)).toBe(NOTHING)
  expect(stationsOf(["a", "b", "a"], { queue: { a: "First" } })).toEqual(["First", "b", "First"])
  expect(shown("stations", ["a", "b"], { agent: { a: "Mara" } })).toBe("Mara → b")
})

test("an_interval_stands_behind_its_measure_and_has_no_column", () => {
  const about = (key: string, role: ColumnAbout["role"]): ColumnAbout => ({
    key,
    title: key,
    definition: "",
    unit: "share",
    role,
  })
  const columns = [about("s", "measure"), about("s_low", "low"), about("s_high", "high")]
  expect(figureInWords(columns, 0, { s: 0.5, s_low: 0.4, s_high: 0.6 })).toBe("50% (40% – 60%)")
  expect(figureInWords(columns, 0, { s: null, s_low: null, s_high: null })).toBe(NOTHING)
  expect(columnsShown(columns).map(({ key }) => key)).toEqual(["s"])
})

test("a_row_is_called_by_what_it_is_of", () => {
  const about = (key: string, role: ColumnAbout["role"]): ColumnAbout => ({
    key,
    title: key,
    definition: "",
    unit: role === "measure" ? "count" : "queue",
    role,
  })
  const columns = [about("from", "dimension"), about("to", "dimension"), about("count", "measure")]
  const names = { queue: { a: "Front desk", b: "Billing" } }
  expect(nameOfRow(columns, { from: "a", to: "b", count: 3 }, names)).toBe("Front desk · Billing")
  expect(nameOfRow(columns, { from: null, to: null, count: 3 }, names)).toBe(NOTHING)
  expect(columnsOf(columns, [{ from: "a", count: 1 }]).map(({ key }) => key)).toEqual(["from", "count"])
})

test("the_number_of_a_conversation_stands_beside_its_name_where_it_has_another", () => {
  const about = (key: string, unit: ColumnAbout["unit"]): ColumnAbout => ({
    key,
    title: key,
    definition: "",
    unit,
    role: "dimension",
  })
  const columns = [about("conversation", "text"), about("id", "conversation")]
  const keys = (conversation: string) =>
    columnsOf(columns, [{ conversation, id: "cnv_2" }]).map(({ key }) => key)
  expect(keys("cnv_2")).toEqual(["conversation"])
  expect(keys("1-364285768")).toEqual(["conversation", "id"])
})
