// What the page's fields come to.

import { expect, test } from "vitest"
import { addressOf, filtersSet, fromAddress, isBlank, NOTHING, toAddress } from "./sought.ts"

const NOW = Date.parse("2026-03-10T12:30:40Z")

test("only_what_is_set_is_asked", () => {
  expect(addressOf({ ...NOTHING, text: " Überweisung & mehr ", state: "open" }, NOW)).toBe(
    "text=%C3%9Cberweisung+%26+mehr&state=open",
  )
})

test("a_range_begins_so_many_days_ago_and_stays_the_same_within_a_minute", () => {
  const week = { ...NOTHING, range: "week" as const }
  expect(decodeURIComponent(addressOf(week, NOW))).toBe("from=2026-03-03T12:30:00.000Z")
  expect(addressOf(week, NOW + 15_000)).toBe(addressOf(week, NOW))
})

test("the_last_day_of_a_range_counts", () => {
  const between = { ...NOTHING, range: "between" as const, from: "2026-03-01", to: "2026-03-01" }
  const asked = new URLSearchParams(addressOf(between, NOW))
  const [from, to] = [Date.parse(asked.get("from") ?? ""), Date.parse(asked.get("to") ?? "")]
  expect(to - from).toBe(24 * 60 * 60_000)
})

test("an_address_gives_back_what_it_was_made_of", () => {
  const sought = { ...NOTHING, text: '"not at all" ü', agent: "agt_4", range: "month" as const }
  expect(fromAddress(toAddress(sought))).toEqual(sought)
  expect(filtersSet(sought)).toBe(2)
})

test("a_range_without_days_looks_for_nothing", () => {
  expect(isBlank({ ...NOTHING, text: "  ", range: "between" })).toBe(true)
  expect(isBlank({ ...NOTHING, range: "day" })).toBe(false)
})
