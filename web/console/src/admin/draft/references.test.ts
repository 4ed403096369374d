// Where something is named in the document.

import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { read } from "./parsed.ts"
import { renameAlong, usesOf } from "./references.ts"
import { getIn } from "./values.ts"

const demo = readFileSync(new URL("../../../../../docs/examples/demo.yaml", import.meta.url), "utf8")
const values = read(demo)
const paths = (uses: { path: readonly unknown[] }[]) => uses.map(use => use.path.join("."))

test("every place that names an entry is known", () => {
  expect(paths(usesOf(values, "queue", "technical"))).toEqual([
    "queues.engineering.fallback",
    "queues.engineering.out_of_hours",
    "pipelines.support.stages.second_line.queue",
  ])
  expect(paths(usesOf(values, "skill", "networks"))).toContain("queues.technical.relax.1.drop.0")
  expect(paths(usesOf(values, "stage", "support/second_line"))).toEqual([
    "pipelines.support.stages.first_line.on_timeout",
    "pipelines.support.stages.first_line.escalations.technical.stage",
  ])
  expect(paths(usesOf(values, "pipeline", "support"))).toEqual(["entry.pipeline"])
})

test("back is a way and no stage", () => {
  expect(usesOf(values, "stage", "support/back")).toEqual([])
})

test("an entry takes everything that names it along to its other key", () => {
  const text = renameAlong(demo, values, "queue", ["queues", "technical"], "technicians")
  const after = read(text)
  expect(usesOf(after, "queue", "technical")).toEqual([])
  expect(usesOf(after, "queue", "technicians")).toHaveLength(3)
  const skill = read(renameAlong(demo, values, "skill", ["skills", "networks"], "nets"))
  expect(getIn(skill, ["queues", "technical", "required"])).toEqual({ nets: 4 })
  expect(usesOf(skill, "skill", "networks")).toEqual([])
})

test("a stage and its pipeline are renamed wherever they are named together", () => {
  const odd =
    "queues: { a: { out_of_hours: { stage: p/s } } }\npipelines: { p: { stages: { s: {}, t: { next: s } } } }\n"
  const stage = read(renameAlong(odd, read(odd), "stage", ["pipelines", "p", "stages", "s"], "first"))
  expect(getIn(stage, ["pipelines", "p", "stages", "t", "next"])).toBe("first")
  const pipeline = read(renameAlong(odd, read(odd), "pipeline", ["pipelines", "p"], "q"))
  expect(getIn(pipeline, ["queues", "a", "out_of_hours", "stage"])).toBe("q/s")
})
