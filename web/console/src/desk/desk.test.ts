// Small rules of the desk: what is unread, how long somebody waits for an answer.

import type { StaffLine } from "@baton/protocol"
import { expect, test } from "vitest"
import { unansweredSince } from "../inbox/unanswered.ts"
import { unreadAfter } from "./reading.ts"

const line = (sequence: number, author: "visitor" | "agt_1" | "agt_2", audience = "everybody") =>
  ({
    kind: "message",
    sequence,
    message: `msg_${sequence}`,
    at_ms: sequence * 1000,
    author: { type: author === "visitor" ? "visitor" : "agent", id: author },
    audience,
  }) as StaffLine

test("messages of others after the mark are unread, one's own never", () => {
  const lines = [line(1, "visitor"), line(2, "agt_1"), line(3, "agt_2"), line(4, "visitor")]
  expect(unreadAfter(lines, "msg_1", "agt_1")).toBe(2)
  expect(unreadAfter(lines, undefined, "agt_1")).toBe(3)
})

test("whispers are read apart and are not counted with the chat", () => {
  expect(unreadAfter([line(1, "agt_2", "whisper")], undefined, "agt_1")).toBe(0)
})

test("a visitor waits from the first message that nobody answered, and a note is no answer", () => {
  const lines = [
    line(1, "visitor"),
    line(2, "agt_1"),
    line(3, "visitor"),
    line(4, "visitor"),
    line(5, "agt_1", "staff"),
  ]
  expect(unansweredSince(lines)).toBe(3000)
  expect(unansweredSince([...lines, line(6, "agt_2")])).toBeUndefined()
})
