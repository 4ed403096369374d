// A flow on a line of time.

import type { Flow, FlowStay } from "@baton/protocol"
import { expect, test } from "vitest"
import { rowsOfLane, scaleOf } from "./scale.ts"

const queue = { id: "que_1", name: "Front desk", tier: 1 }
const stay = (from_ms: number, until_ms: number | undefined, lane = 0): FlowStay => ({
  lane,
  kind: "owner",
  queue,
  tier: 1,
  from_ms,
  ...(until_ms !== undefined && { until_ms }),
})
const flow = (...stays: FlowStay[]): Flow => ({
  began_ms: 10_000,
  lanes: [{ type: "queue", queue }],
  stays,
  moves: [],
})

test("the line begins with the conversation and ends with the last that is known", () => {
  const scale = scaleOf(flow(stay(10_000, 40_000), stay(40_000, 70_000)), 999_999)
  expect([scale.from_ms, scale.until_ms]).toEqual([10_000, 70_000])
  expect(scale.at(40_000)).toBe(0.5)
})

test("while something lasts it ends now", () => {
  expect(scaleOf(flow(stay(10_000, undefined)), 130_000).until_ms).toBe(130_000)
})

test("marks are round and few, for seconds as for days", () => {
  expect(scaleOf(flow(stay(10_000, 70_000)), 0).marks).toEqual([0, 10, 20, 30, 40, 50, 60].map(s => s * 1000))
  expect(scaleOf(flow(stay(10_000, 10_000 + 20 * 86_400_000)), 0).marks.length).toBeLessThan(10)
})

test("a path of a moment can still be drawn", () => {
  expect(scaleOf(flow(stay(10_000, 10_000)), 0).at(10_000)).toBe(0)
})

test("what overlaps in a lane stands in rows of its own, and rows are used again", () => {
  const { placed, rows } = rowsOfLane([stay(0, 10), stay(5, 20), stay(10, 15), stay(0, 5, 1)], 0)
  expect(placed.map(one => one.row)).toEqual([0, 1, 0])
  expect(rows).toBe(2)
})
