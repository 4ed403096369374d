// A pipeline as nodes and ways.

import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { read } from "../draft/parsed.ts"
import { graphOf } from "./graph.ts"
import { layoutOf, lineThrough } from "./layout.ts"
import { removed, waysFrom, written } from "./ways.ts"

const document = read(
  readFileSync(new URL("../../../../../docs/examples/demo.yaml", import.meta.url), "utf8"),
)
const support = graphOf(document, "support")

test("a pipeline is its stages and every way between them", () => {
  expect(support.stages.map(({ key, name, tier, first }) => ({ key, name, tier, first }))).toEqual([
    { key: "first_line", name: "Front desk", tier: 1, first: true },
    { key: "billing", name: "Billing specialists", tier: 2, first: false },
    { key: "second_line", name: "Technical support", tier: 2, first: false },
    { key: "third_line", name: "Network engineering", tier: 3, first: false },
  ])
  expect(support.ways.map(({ from, to, kind }) => `${from} ${kind} ${to}`)).toEqual([
    "first_line timeout second_line",
    "first_line escalation second_line",
    "first_line escalation billing",
    "billing timeout back:billing",
    "second_line timeout back:second_line",
    "second_line escalation third_line",
    "second_line escalation third_line",
    "third_line timeout back:third_line",
  ])
  expect(support.outside.map(({ kind }) => kind)).toEqual(["back", "back", "back"])
})

test("answers of a form lead on too", () => {
  const { ways } = graphOf(document, "invoices")
  expect(ways.find(({ kind }) => kind === "option")).toMatchObject({ from: "topic", to: "specialists" })
})

test("a way that leads to no stage is shown as missing", () => {
  const odd = { pipelines: { p: { stages: { a: { queue: "q", on_timeout: "nowhere" } } } } }
  expect(graphOf(odd, "p").outside).toEqual([{ id: "missing:nowhere", name: "nowhere", kind: "missing" }])
})

test("every stage has a place of its own, the first on the left, and every way a line", () => {
  const { places, routes } = layoutOf(support)
  expect(new Set([...places.values()].map(({ x, y }) => `${x},${y}`)).size).toBe(7)
  const first = places.get("first_line")?.x ?? Number.NaN
  expect([...places.values()].every(({ x }) => x >= first)).toBe(true)
  expect([...routes.keys()].sort()).toEqual(support.ways.map(({ id }) => id).sort())
})

test("a line goes through its first and last point", () => {
  const at = (x: number, y: number) => ({ x, y })
  expect(lineThrough([at(0, 0), at(10, 5)])).toBe("M 0 0 L 10 5")
  expect(lineThrough([at(0, 0), at(10, 5), at(20, 0)])).toBe("M 0 0 Q 10 5 20 0")
  expect(lineThrough([at(0, 0), at(10, 5), at(20, 5), at(30, 0)])).toBe("M 0 0 Q 10 5 15 5 Q 20 5 30 0")
})

test("a new way is written into the field of its kind", () => {
  const way = (kind: "timeout" | "escalation") =>
    written(document, "support", "billing", kind, "third_line", "Engineers")
  expect(way("timeout")).toEqual({
    path: ["pipelines", "support", "stages", "billing", "on_timeout"],
    value: "third_line",
  })
  expect(way("escalation")).toEqual({
    path: ["pipelines", "support", "stages", "billing", "escalations", "engineers"],
    value: { label: "Engineers", stage: "third_line" },
  })
})

test("an escalation is taken out whole, another way with its field", () => {
  const [timeout, escalation] = support.ways
  expect(timeout && removed(timeout).at(-1)).toBe("on_timeout")
  expect(escalation && removed(escalation).at(-1)).toBe("technical")
})

test("which ways a stage may have follows from its kind", () => {
  expect(waysFrom({ queue: "a" })).toContain("escalation")
  expect(waysFrom({ kind: "form" })).toEqual(["next"])
  expect(waysFrom({ kind: "end" })).toEqual([])
})
