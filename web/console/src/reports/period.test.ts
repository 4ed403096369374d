// Which days a span by name has.

import { expect, test } from "vitest"
import { periodNamed, periodOf } from "./period.ts"

const TODAY = new Date(2024, 2, 1)

test("spans_are_of_whole_days_with_both_ends", () => {
  expect(periodOf("week", TODAY)).toEqual({ from: "2024-02-24", to: "2024-03-01" })
  expect(periodOf("last_month", TODAY)).toEqual({ from: "2024-02-01", to: "2024-02-29" })
  expect(periodOf("this_month", TODAY)).toEqual({ from: "2024-03-01", to: "2024-03-31" })
  expect(periodOf("last_year", TODAY)).toEqual({ from: "2023-01-01", to: "2023-12-31" })
})

test("a_pair_of_days_is_known_by_name", () => {
  expect(periodNamed({ from: "2024-02-01", to: "2024-02-29" }, TODAY)).toBe("last_month")
  expect(periodNamed({ from: "2024-02-02", to: "2024-02-29" }, TODAY)).toBeUndefined()
})
