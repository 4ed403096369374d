// A mention is what stands after an @ at the cursor, and becomes a colleague by the beginning of a word of the name.

import { expect, test } from "vitest"
import { colleagues, mentionAt } from "./mentions.ts"

const people = ["Nora Albrecht", "Tomás Rivera", "Ines Duarte"].map((name, at) => ({
  agent: { id: `agt_${at}`, name },
  kind: "human" as const,
  teams: [],
}))
const names = (typed: string, me?: string) => colleagues(people, typed, me).map(one => one.name)

test("a mention begins with an @ at the start of a word", () => {
  expect(mentionAt("ask @tom", 8)).toEqual({ from: 4, to: 8, typed: "tom" })
  expect(mentionAt("@", 1)).toEqual({ from: 0, to: 1, typed: "" })
  expect(mentionAt("mail nora@shop.example", 22)).toBeUndefined()
  expect(mentionAt("ask @tom now please", 19)).toBeUndefined()
})

test("a colleague is found by any word of the name, without accents, and never oneself", () => {
  expect(names("tomas")).toEqual(["Tomás Rivera"])
  expect(names("riv")).toEqual(["Tomás Rivera"])
  expect(names("", "agt_0")).toEqual(["Tomás Rivera", "Ines Duarte"])
  expect(names("Tomás Rivera")).toEqual([])
})
