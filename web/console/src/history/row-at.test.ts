// A line is found in the row that shows it.

import { expect, test } from "vitest"
import type { Row } from "../conversation/rows.ts"
import { rowAt } from "./row-at.ts"

const rows = [
  { kind: "day", key: "day", at_ms: 0 },
  { kind: "message", key: "4", line: { sequence: 4 }, first: true },
  { kind: "steps", key: "6", lines: [{ sequence: 6 }, { sequence: 7 }] },
  { kind: "handover", key: "9", line: { sequence: 9 } },
] as unknown as Row[]

test("a_line_is_in_the_row_that_begins_with_it_or_before_it", () => {
  expect([4, 6, 7, 8, 9, 12].map(sequence => rowAt(rows, sequence))).toEqual([1, 2, 2, 2, 3, 3])
  expect(rowAt(rows, 1)).toBe(-1)
})
