// In which order the rows of the board stand.

import { expect, test } from "vitest"
import { inPlace, sorted } from "./order.ts"

const rows = (...ids: string[]) => ids.map(id => ({ id }))
const ids = (some: { id: string }[]) => some.map(one => one.id).join("")

test("rows of the same measure stand by id, whichever way the table is sorted", () => {
  const some = [
    { id: "c", load: 1 },
    { id: "a", load: 1 },
    { id: "b", load: 2 },
  ]
  expect(ids(sorted(some, row => row.load, false))).toBe("acb")
  expect(ids(sorted(some, row => row.load, true))).toBe("bac")
})

test("while somebody points at them rows keep their places, gone ones leave and new ones come last", () => {
  expect(ids(inPlace(["a", "b", "c"], rows("d", "c", "a")))).toBe("acd")
  expect(ids(inPlace([], rows("b", "a")))).toBe("ba")
})
