// What a report is called.

import { expect, test } from "vitest"
import { otherTiersOf, titleOf } from "./titles.ts"

const tier = (...options: string[]) => ({
  key: "tier",
  default: "1",
  options: options.map(value => ({ value })),
  open: true,
})

test("a_title_has_the_number_of_the_tier_that_is_asked_for", () => {
  const about = { title: "Level {tier} Escalated Chats", filters: [tier("1", "2")] }
  expect(titleOf(about, {})).toBe("Level 1 Escalated Chats")
  expect(titleOf(about, { tier: "3" })).toBe("Level 3 Escalated Chats")
})

test("other_tiers_are_offered_where_the_title_names_one", () => {
  const title = "Level {tier} Escalated Chats"
  expect(otherTiersOf({ title, filters: [tier("1", "2", "3")] })).toEqual(["2", "3"])
  expect(otherTiersOf({ title, filters: [tier("1")] })).toEqual([])
  expect(otherTiersOf({ title: "Chains", filters: [tier("1", "2")] })).toEqual([])
})
