// What stands in the address of a report.

import { expect, test } from "vitest"
import { addressOf, changed, dimensionsOf, placeOf, queryOf } from "./address.ts"
import type { ColumnAbout, FilterAbout } from "./contract.ts"

const column = (key: string, unit: ColumnAbout["unit"], role: ColumnAbout["role"]): ColumnAbout => ({
  key,
  title: key,
  definition: "",
  unit,
  role,
})

test("an_address_gives_back_the_place_it_was_made_of", () => {
  const place = {
    report: "tier-by-agent",
    conversations: true,
    asked: { tier: "1", tag: "Über & unter" },
    row: { agent: "", queue: "front_desk" },
  }
  const [path = "", search = ""] = addressOf(place).split("?")
  expect(placeOf(path.replace("reports/", ""), search)).toEqual(place)
})

test("the_gallery_has_no_report", () => {
  expect(placeOf("", "")).toEqual({ report: undefined, conversations: false, asked: {}, row: {} })
  expect(addressOf(placeOf("", ""))).toBe("reports")
})

test("the_same_filters_ask_the_same_whatever_their_order", () => {
  expect(queryOf({ tier: "1", from: "2026-03-01" })).toBe(queryOf({ from: "2026-03-01", tier: "1" }))
})

test("a_row_asks_for_itself_among_the_filters", () => {
  expect(queryOf({ agent: "nora", tier: "1" }, { agent: "mara" })).toBe("agent=mara&tier=1")
})

test("a_filter_as_the_report_has_it_anyway_is_left_out", () => {
  const filters: FilterAbout[] = [{ key: "tier", kind: "tier", required: true, default: 1 }]
  expect(changed({ tag: "refund" }, { tier: "1" }, filters)).toEqual({ tag: "refund" })
  expect(changed({ tag: "refund" }, { tier: "2", tag: "" }, filters)).toEqual({ tier: "2" })
})

test("a_row_is_told_by_its_dimensions_or_by_its_conversation_alone", () => {
  const columns = [column("agent", "agent", "dimension"), column("handled", "count", "measure")]
  expect(dimensionsOf({ agent: null, handled: 3 }, columns)).toEqual({ agent: "" })
  const listed = [column("at", "time", "dimension"), column("conversation", "conversation", "dimension")]
  expect(dimensionsOf({ at: "2012-05-01T10:00:00Z", conversation: "cnv_4" }, listed)).toEqual({
    conversation: "cnv_4",
  })
})
