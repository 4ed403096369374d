// Which loops a path has.

import { expect, test } from "vitest"
import { loopsOf } from "./loops.ts"

test("there_and_back_twice_is_two_loops", () => {
  expect(loopsOf(["a", "b", "a", "b"])).toEqual([
    { from: 0, to: 2, pingPong: true },
    { from: 1, to: 3, pingPong: true },
  ])
})

test("coming_back_by_way_of_others_is_a_loop_and_no_ping_pong", () => {
  expect(loopsOf(["a", "b", "c", "a"])).toEqual([{ from: 0, to: 3, pingPong: false }])
})

test("a_straight_path_has_none", () => {
  expect(loopsOf(["a", "b", "c"])).toEqual([])
  expect(loopsOf(["a"])).toEqual([])
  expect(loopsOf([])).toEqual([])
})
