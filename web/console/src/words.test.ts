// Times, durations and reasons as people read them.

import { expect, test } from "vitest"
import { initials } from "./ui/avatar.tsx"
import { secondsLeft } from "./ui/ring.tsx"
import { ago, bytesInWords, duration, excludedInWords, verdictInWords } from "./words.ts"

const MINUTE = 60_000

test.each([
  [0, "0:00"],
  [125_000, "2:05"],
  [3_725_000, "1:02:05"],
  [-5, "0:00"],
])("a duration of %d ms reads %s", (ms, words) => {
  expect(duration(ms)).toBe(words)
})

test.each([
  [0, "just now"],
  [4 * MINUTE, "4 min ago"],
  [125 * MINUTE, "2 h ago"],
  [30 * 60 * MINUTE, "yesterday"],
  [80 * 60 * MINUTE, "3 days ago"],
])("%d ms before now reads %s", (ms, words) => {
  expect(ago(0, ms)).toBe(words)
})

test("a countdown reaches zero at the moment it ends, not before, and stays there", () => {
  expect([29_001, 29_000, 1, 0, -1].map(left => secondsLeft(left, 0))).toEqual([30, 29, 1, 0, 0])
})

test("excluded agents are counted in words, and rules that excluded nobody are left out", () => {
  const nobody = {
    offline: 0,
    disconnected: 0,
    not_responding: 0,
    away: 0,
    transfer_only: 0,
    lacks_skill: 0,
    at_capacity: 0,
    declined: 0,
    sender: 0,
    not_listed: 0,
  }
  expect(excludedInWords({ ...nobody, away: 1, at_capacity: 3 })).toBe("1 away, 3 at capacity")
  expect(excludedInWords(nobody)).toBe("")
})

test("a verdict says the rule with its figures", () => {
  const skill = { id: "skl_1", name: "French" }
  expect(verdictInWords({ rule: "lacks_skill", skill, level: 3 }, 0)).toBe("lacks French at level 3")
  expect(verdictInWords({ rule: "declined", at_ms: 0 }, 2 * MINUTE)).toBe("declined 2 min ago")
})

test("sizes and initials are short", () => {
  expect([999, 20_480, 3_400_000].map(bytesInWords)).toEqual(["999 B", "20 KB", "3.4 MB"])
  expect(["Mara Lindqvist", "李 小龍", "Prince", ""].map(initials)).toEqual(["ML", "李小", "P", ""])
})
