// Editing the document as text: comments and order stay, what is named elsewhere is renamed along.

import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { move, remove, rename, set } from "./edit.ts"
import { read } from "./parsed.ts"
import { getIn } from "./values.ts"

const demo = readFileSync(new URL("../../../../../docs/examples/demo.yaml", import.meta.url), "utf8")

/** The lines that differ, with their signs. */
function changes(before: string, after: string): string[] {
  const [old, next] = [before.split("\n"), after.split("\n")]
  let start = 0
  while (start < old.length && old[start] === next[start]) start++
  let end = 0
  while (end < Math.min(old.length, next.length) - start && old.at(-1 - end) === next.at(-1 - end)) end++
  return [
    ...old.slice(start, old.length - end).map(line => `-${line}`),
    ...next.slice(start, next.length - end).map(line => `+${line}`),
  ]
}

test("a value is replaced in its place and nothing else moves", () => {
  expect(changes(demo, set(demo, ["queues", "front_desk", "strategy"], "longest_idle"))).toEqual([
    "-    strategy: least_loaded",
    "+    strategy: longest_idle",
  ])
  expect(changes(demo, set(demo, ["agents", "nora", "capacity"], 6))).toEqual([
    "-    capacity: 4",
    "+    capacity: 6",
  ])
  expect(changes(demo, set(demo, ["widget", "colour"], "#102030"))).toEqual([
    "-  colour: '#0b6e4f'",
    "+  colour: '#102030'",
  ])
})

test("inside a map of one line that line is written anew", () => {
  expect(changes(demo, set(demo, ["agents", "nora", "skills", "networks"], 3))).toEqual([
    "-    skills: { billing: 1 }",
    "+    skills: { billing: 1, networks: 3 }",
  ])
  expect(changes(demo, set(demo, ["agents", "nora", "teams", 1], "billing"))).toEqual([
    "-    teams: [front_desk]",
    "+    teams: [front_desk, billing]",
  ])
  expect(
    changes(demo, set(demo, ["pipelines", "invoices", "stages", "rating", "next"], "leave_message")),
  ).toEqual([
    "-      rating: { kind: survey, next: goodbye }",
    "+      rating: { kind: survey, next: leave_message }",
  ])
})

test("a field that was left out comes below the others of its entry", () => {
  expect(changes(demo, set(demo, ["queues", "front_desk", "max_wait"], "3m"))).toEqual(["+    max_wait: 3m"])
  expect(changes(demo, set(demo, ["queues", "billing", "wrap_up", "time"], "90s"))).toEqual([
    "+    wrap_up:",
    "+      time: 90s",
  ])
})

test("an entry comes below the others of its section, and a section below the others of the document", () => {
  expect(changes(demo, set(demo, ["skills", "voip"], { name: "Telephony" }))).toEqual([
    "+  voip: { name: Telephony }",
  ])
  const untagged = demo.replace(/^tags:\n(?: .*\n)+\n/m, "")
  expect(changes(untagged, set(untagged, ["tags", "refund"], "Refund"))).toEqual([
    "+tags:",
    "+  refund: Refund",
    "+",
  ])
})

test("long texts are folded and texts of several lines keep them", () => {
  const long =
    "We are sorry, nobody is here at the moment who could answer, and we will write to you tomorrow at the latest."
  const folded = set(demo, ["messages", "no_agents", "en"], long)
  expect(changes(demo, folded).slice(0, 3)).toEqual([
    "+  no_agents:",
    "+    en: >-",
    expect.stringMatching(/^\+ {6}We are/),
  ])
  expect(getIn(read(folded), ["messages", "no_agents", "en"])).toBe(long)
  const lines = set(demo, ["messages", "closed", "en"], "Goodbye.\nCome back soon.")
  expect(getIn(read(lines), ["messages", "closed", "en"])).toBe("Goodbye.\nCome back soon.")
  const rewritten = set(
    demo,
    ["pipelines", "support", "stages", "second_line", "messages", "escalated", "en"],
    "Hello",
  )
  expect(getIn(read(rewritten), ["pipelines", "support", "stages", "third_line", "max_wait"])).toBe("15m")
})

test("what is taken out goes with its comment and leaves its neighbours as they are", () => {
  expect(changes(demo, remove(demo, ["pipelines", "support"]))[0]).toBe(
    "-  # The way of everybody who simply begins to write.",
  )
  expect(changes(demo, remove(demo, ["queues", "front_desk", "sticky"]))).toEqual(["-    sticky: true"])
  expect(changes(demo, remove(demo, ["agents", "nora", "languages", 1]))).toEqual([
    "-    languages: [en, de]",
    "+    languages: [en]",
  ])
})

test("a map that is left empty goes too, unless it has to be there", () => {
  expect(changes(demo, remove(demo, ["agents", "nora", "skills", "billing"]))).toEqual([
    "-    skills: { billing: 1 }",
  ])
  expect(changes(demo, remove(demo, ["queues", "front_desk", "members", "teams"]))).toEqual([
    "-    members: { teams: [front_desk] }",
    "+    members: {}",
  ])
})

test("a key is renamed in its place", () => {
  expect(changes(demo, rename(demo, ["reasons", "line_fault"], "fault"))).toEqual([
    "-  line_fault: Fault on the line",
    "+  fault: Fault on the line",
  ])
})

test("an entry is moved with its comment", () => {
  const moved = move(demo, ["pipelines", "support"], 1)
  expect(Object.keys(getIn(read(moved), ["pipelines"]) as object)).toEqual(["invoices", "support"])
  expect(moved).toContain("# The way of everybody who simply begins to write.\n  support:")
  const reasons = move(demo, ["reasons", "end_of_shift"], 0)
  expect(Object.keys(getIn(read(reasons), ["reasons"]) as object)[0]).toBe("end_of_shift")
  expect(reasons.length).toBe(demo.length)
})

test("what cannot be changed in place is written anew and says the same", () => {
  const odd =
    "# The desk\nskills: &all { a: { name: A } }\nlists: { x: { name: X, rule: { skills: *all } } }\n"
  const changed = set(odd, ["lists", "x", "rule", "skills", "a", "name"], "B")
  expect(getIn(read(changed), ["lists", "x", "rule", "skills", "a", "name"])).toBe("B")
  expect(getIn(read(changed), ["skills", "a", "name"])).toBe("A")
  expect(changed).toContain("# The desk")
})

test("a text that is no YAML has no values", () => {
  expect(read("a: [1")).toBeUndefined()
})
