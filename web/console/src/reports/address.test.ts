// What stands in the address of a report.

import { expect, test } from "vitest"
import { addressOf, behind, changed, placeOf, queryOf } from "./address.ts"
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
    open: "cnv_12",
  }
  const [path = "", search = ""] = addressOf(place).split("?")
  expect(placeOf(path.replace("reports/", ""), search)).toEqual(place)
})

test("the_gallery_has_no_report", () => {
  expect(placeOf("", "")).toEqual({
    report: undefined,
    conversations: false,
    asked: {},
    row: {},
    open: undefined,
  })
  expect(addressOf(placeOf("", ""))).toBe("reports")
})

test("the_same_filters_ask_the_same_whatever_their_order", () => {
  expect(queryOf({ tier: "1", from: "2026-03-01" })).toBe(queryOf({ from: "2026-03-01", tier: "1" }))
})

test("a_row_is_asked_for_beside_a_filter_of_its_name", () => {
  expect(queryOf({ agent: "nora" }, { agent: "mara" })).toBe("agent=nora&row.agent=mara")
})

test("a_filter_as_the_report_has_it_anyway_is_left_out", () => {
  const filters: FilterAbout[] = [{ key: "tier", default: "1", options: [], open: true }]
  expect(changed({ tag: "refund" }, { tier: "1" }, filters)).toEqual({ tag: "refund" })
  expect(changed({ tag: "refund" }, { tier: "2", tag: "" }, filters)).toEqual({ tier: "2" })
})

test("a_row_leads_to_the_conversations_that_share_its_dimensions", () => {
  const columns = [column("agent", "agent", "dimension"), column("handled", "count", "measure")]
  const about = { columns, drill_down: true, drill_by: ["agent"] }
  expect(behind({ agent: null, handled: 3 }, about)?.row).toEqual({ agent: "" })
  expect(behind({ agent: "mara" }, { ...about, drill_by: [] })).toBeUndefined()
  expect(behind({ agent: "mara" }, { ...about, drill_down: false })).toBeUndefined()
})

test("a_row_that_is_a_conversation_leads_to_it", () => {
  const columns = [column("at", "time", "dimension"), column("id", "conversation", "dimension")]
  const about = { columns, drill_down: false, drill_by: [] }
  expect(behind({ at: "2012-05-01T10:00:00Z", id: "cnv_4" }, about)).toEqual({
    conversations: true,
    row: {},
    open: "cnv_4",
  })
})
