// The latest mark of each reader counts, in whatever order they come.

import { expect, test, vi } from "vitest"
import { type AnyMark, Marks } from "./marks.ts"

const mark = (message: string, type: string, id?: string): AnyMark => ({
  conversation: "cnv_1",
  message,
  reader: { type, ...(id && { id }) },
})

test("the latest mark of each reader is kept", () => {
  const marks = new Marks()
  marks.heard(mark("msg_9", "visitor"))
  marks.heard(mark("msg_10", "agent", "agt_1"))
  marks.heard(mark("msg_10", "visitor"))
  expect(marks.in("cnv_1").map(one => [one.reader.type, one.message])).toEqual([
    ["agent", "msg_10"],
    ["visitor", "msg_10"],
  ])
  expect(marks.in("cnv_2")).toEqual([])
})

test("an earlier mark changes nothing and tells nobody", () => {
  const marks = new Marks()
  marks.heard(mark("msg_10", "visitor"))
  const before = marks.in("cnv_1")
  const told = vi.fn()
  marks.subscribe(told)
  marks.heard(mark("msg_9", "visitor"))
  expect(marks.in("cnv_1")).toBe(before)
  expect(told).not.toHaveBeenCalled()
})
