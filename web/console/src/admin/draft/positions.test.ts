// From a finding's line and column to the place in the document.

import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { pathAt, rangeOf } from "./positions.ts"

const demo = readFileSync(new URL("../../../../../docs/examples/demo.yaml", import.meta.url), "utf8")

function at(word: string): readonly unknown[] {
  const offset = demo.indexOf(word)
  const lines = demo.slice(0, offset).split("\n")
  return pathAt(demo, lines.length, (lines.at(-1)?.length ?? 0) + 1)
}

test("a place in the text has the path of what stands there", () => {
  expect(at("least_loaded")).toEqual(["queues", "front_desk", "strategy"])
  expect(at("networks: 1, hardware")).toEqual(["agents", "tomas", "skills", "networks"])
  expect(at("de]")).toEqual(["agents", "nora", "languages", 1])
  expect(at("second_line\n        escalations")).toEqual([
    "pipelines",
    "support",
    "stages",
    "first_line",
    "on_timeout",
  ])
  expect(at("third_line:")).toEqual(["pipelines", "support", "stages", "third_line"])
})

test("a path has the stretch of the text where its name stands", () => {
  const { from, to } = rangeOf(demo, ["queues", "engineering", "fallback"])
  expect(demo.slice(from, to)).toBe("fallback")
  expect(demo.slice(from - 30, from)).toContain("out_of_hours: technical")
})

test("of a path that is not there the nearest is shown", () => {
  const { from, to } = rangeOf(demo, ["queues", "engineering", "wrap_up"])
  expect(demo.slice(from, to)).toBe("engineering")
})
