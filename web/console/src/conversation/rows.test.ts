// How a transcript is laid out in rows.

import type { StaffLine } from "@baton/protocol"
import { expect, test } from "vitest"
import { rowsOf } from "./rows.ts"

const NOON = new Date(2026, 2, 4, 12).getTime()
let sequence = 0

const message = (
  author: "visitor" | "agt_1" | "agt_2",
  minute: number,
  audience: "everybody" | "staff" = "everybody",
) =>
  ({
    kind: "message",
    sequence: ++sequence,
    at_ms: NOON + minute * 60_000,
    conversation: "cnv_1",
    message: `msg_${sequence}`,
    author:
      author === "visitor" ? { type: "visitor", id: "vis_1" } : { type: "agent", id: author, name: author },
    audience,
    text: "",
    files: [],
  }) as StaffLine

const event = (name: string, minute: number) =>
  ({
    kind: "event",
    sequence: ++sequence,
    at_ms: NOON + minute * 60_000,
    conversation: "cnv_1",
    event: name,
    text: name,
  }) as StaffLine

/** `M` begins a group, `m` continues it, `H` a hand-over, `s2` two quiet steps, `D` a day. */
const drawn = (...lines: StaffLine[]) =>
  rowsOf(lines)
    .map(row => {
      switch (row.kind) {
        case "message":
          return row.first ? "M" : "m"
        case "handover":
          return "H"
        case "steps":
          return `s${row.lines.length}`
        default:
          return row.kind[0]?.toUpperCase()
      }
    })
    .join(" ")

test("messages of one author go together until somebody else writes or time passes", () => {
  expect(drawn(message("visitor", 0), message("visitor", 1), message("agt_1", 2), message("agt_1", 9))).toBe(
    "D M m M M",
  )
})

test("a note never joins a reply of the same author", () => {
  expect(drawn(message("agt_1", 0), message("agt_1", 0, "staff"))).toBe("D M M")
})

test("each day has its line", () => {
  expect(drawn(message("visitor", 0), message("visitor", 24 * 60))).toBe("D M D M")
})

test("quiet steps gather; a hand-over stands alone", () => {
  expect(drawn(event("offer.made", 0), event("offer.declined", 1), event("transfer.started", 2))).toBe(
    "D s2 H",
  )
})

test("one command is one hand-over, told by its headline wherever that stands", () => {
  const completed = ["agent.released", "agent.assigned", "greeting.sent", "transfer.completed"].map(name =>
    event(name, 3),
  )
  expect(drawn(...completed)).toBe("D s1 H")
  expect(rowsOf(completed).at(-1)).toMatchObject({ line: { event: "transfer.completed" } })
})

test("a recall is told by who has it again", () => {
  const recalled = ["offer.ended", "agent.assigned", "transfer.ended"].map(name => event(name, 3))
  expect(drawn(...recalled)).toBe("D s1 H")
  expect(rowsOf(recalled).at(-1)).toMatchObject({ line: { event: "agent.assigned" } })
})

test("an assignment of its own is a hand-over", () => {
  expect(drawn(event("agent.assigned", 0), message("visitor", 1), event("agent.assigned", 2))).toBe("D H M H")
})

test("messages on their way come last", () => {
  const pending = {
    id: "u1",
    conversation: "cnv_1",
    at_ms: 0,
    text: "Hi",
    audience: "everybody",
    files: [],
  } as const
  expect(rowsOf([message("visitor", 0)], [pending]).at(-1)).toMatchObject({ kind: "pending", key: "u1" })
})
