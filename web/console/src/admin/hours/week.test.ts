// Weeks as they are edited and as they are written.

import { expect, test } from "vitest"
import { daysOf, openOf, weekOf } from "./week.ts"

test("a key names one day or a stretch of them, also round the end of the week", () => {
  expect(daysOf("tue")).toEqual(["tue"])
  expect(daysOf("mon-wed")).toEqual(["mon", "tue", "wed"])
  expect(daysOf("sat-mon")).toEqual(["sat", "sun", "mon"])
  expect(daysOf("someday")).toEqual([])
})

test("a week is read day by day and written again as people do", () => {
  const open = { "mon-thu": ["08:00-12:00", "13:00-18:00"], fri: ["08:00-16:00"] }
  const week = weekOf(open)
  expect(week.wed).toEqual(["08:00-12:00", "13:00-18:00"])
  expect(week.sat).toEqual([])
  expect(openOf(week)).toEqual(open)
  expect(openOf({ ...week, tue: [] })).toEqual({
    mon: ["08:00-12:00", "13:00-18:00"],
    "wed-thu": ["08:00-12:00", "13:00-18:00"],
    fri: ["08:00-16:00"],
  })
})
