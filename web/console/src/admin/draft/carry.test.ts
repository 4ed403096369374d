// How changes are carried over to a document that somebody else has changed meanwhile.

import { expect, test } from "vitest"
import { carry } from "./carry.ts"

const base = "# Desk\nqueues:\n  a: { name: A, tier: 1 }\n  b: { name: B }\n"

test("changes in different places both stand", () => {
  const mine = base.replace("name: A", "name: Mine")
  const theirs = base.replace("name: B", "name: Theirs").replace("# Desk", "# Our desk")
  expect(carry(base, mine, theirs)).toEqual({
    text: "# Our desk\nqueues:\n  a: { name: Mine, tier: 1 }\n  b: { name: Theirs }\n",
    overwritten: [],
  })
})

test("where both changed the same the draft stands and says so", () => {
  const mine = base.replace("name: A", "name: Mine")
  const theirs = base.replace("name: A", "name: Theirs")
  expect(carry(base, mine, theirs)).toEqual({ text: mine, overwritten: [["queues", "a", "name"]] })
})

test("what both changed alike is no conflict", () => {
  const both = base.replace("tier: 1", "tier: 2")
  expect(carry(base, both, both)).toEqual({ text: both, overwritten: [] })
})

test("what the draft took out is taken out", () => {
  const mine = "# Desk\nqueues:\n  a: { name: A, tier: 1 }\n"
  const theirs = base.replace("name: A", "name: Theirs")
  expect(carry(base, mine, theirs)?.text).toBe("# Desk\nqueues:\n  a: { name: Theirs, tier: 1 }\n")
})
