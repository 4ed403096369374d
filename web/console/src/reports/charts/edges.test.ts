// Which ways between places are drawn.

import { expect, test } from "vitest"
import { edgeTable } from "./edges.ts"

const KEYS = { from: "from", to: "to", count: "moves" }
const row = (from: string, to: string, moves: number, reason = "") => ({ from, to, moves, reason })

test("a_way_told_in_parts_is_one_way", () => {
  const table = edgeTable(
    [row("a", "b", 2, "skill"), row("a", "b", 3, "shift"), row("b", "a", 1)],
    [],
    KEYS,
    9,
  )
  expect(table.count("a", "b")).toBe(5)
  expect(table.count("b", "a")).toBe(1)
  expect(table.count("a", "a")).toBe(0)
  expect(table.most).toBe(5)
})

test("the_busiest_places_are_kept_and_all_are_counted", () => {
  const table = edgeTable([row("a", "b", 5), row("b", "c", 9), row("c", "d", 1)], [], KEYS, 2)
  expect(table.places).toEqual(["b", "c"])
  expect(table.all).toBe(4)
  expect(table.edges).toEqual([{ from: "b", to: "c", count: 9 }])
})

test("a_way_of_the_period_before_has_its_place_though_nobody_goes_it_now", () => {
  const table = edgeTable([row("a", "b", 2)], [row("a", "b", 3), row("b", "c", 7)], KEYS, 9)
  expect(table.places).toEqual(["b", "c", "a"])
  expect([table.count("a", "b"), table.before("a", "b")]).toEqual([2, 3])
  expect([table.count("b", "c"), table.before("b", "c")]).toEqual([0, 7])
  expect(table.edgesBefore).toEqual([
    { from: "b", to: "c", count: 7 },
    { from: "a", to: "b", count: 3 },
  ])
})
