// The rules of the state core: it puts and removes, keeps each line once, and settles what was typed.

import type { Change } from "@baton/protocol"
import { beforeEach, expect, test, vi } from "vitest"
import { Desk } from "./desk.ts"

interface Thing {
  type: "conversation"
  id: string
  title: string
}
interface Card {
  type: "board_conversation"
  id: string
}
interface Line {
  sequence: number
  conversation: string
  message?: string
}

const thing = (id: string, title = id): Thing => ({ type: "conversation", id, title })
const line = (sequence: number, message?: string): Line => ({
  sequence,
  conversation: "cnv_1",
  ...(message && { message }),
})
const sequences = () => desk.transcript("cnv_1").lines.map(one => one.sequence)

let desk: Desk<{ agent: string }, Thing | Card, Line>

function frame(sequence: number, lines: Line[], changes: Change<Thing>[] = []) {
  desk.receive({ type: "frame", sequence, after: desk.sequence, lines, changes })
}

beforeEach(() => {
  desk = new Desk()
  desk.receive({
    type: "snapshot",
    sequence: 10,
    you: { agent: "agt_1" },
    objects: [thing("cnv_1"), thing("cnv_2")],
  })
})

test("a put replaces the whole object and leaves the others as they are", () => {
  const untouched = desk.get("conversation", "cnv_2")
  frame(11, [], [{ put: thing("cnv_1", "again") }])
  expect(desk.get("conversation", "cnv_1")).toEqual(thing("cnv_1", "again"))
  expect(desk.get("conversation", "cnv_2")).toBe(untouched)
})

test("a list keeps its identity until an object of its type changes", () => {
  const list = desk.all("conversation")
  frame(11, [line(11)])
  expect(desk.all("conversation")).toBe(list)
  frame(12, [], [{ remove: { type: "conversation", id: "cnv_2" } }])
  expect(desk.all("conversation").map(one => one.id)).toEqual(["cnv_1"])
})

test("a removed conversation takes its transcript along", () => {
  frame(11, [line(11)])
  frame(12, [], [{ remove: { type: "conversation", id: "cnv_1" } }])
  expect(sequences()).toEqual([])
})

const onBoard = (id: string): Card => ({ type: "board_conversation", id })

test("the board and the desk are put and removed apart, though their objects share an id", () => {
  frame(11, [line(11)])
  desk.receiveBoard({ type: "board_snapshot", sequence: 1, objects: [onBoard("cnv_1"), onBoard("cnv_9")] })
  const change = { remove: { type: "board_conversation", id: "cnv_1" } } as const
  desk.receiveBoard({ type: "board", sequence: 2, after: 1, changes: [change] })
  expect(desk.all("board_conversation").map(one => one.id)).toEqual(["cnv_9"])
  expect(desk.get("conversation", "cnv_1")).toEqual(thing("cnv_1"))
  expect(sequences()).toEqual([11])
  desk.receive({ type: "snapshot", sequence: 40, you: { agent: "agt_1" }, objects: [thing("cnv_1")] })
  expect(desk.all("board_conversation").map(one => one.id)).toEqual(["cnv_9"])
  desk.leaveBoard()
  expect(desk.all("board_conversation")).toEqual([])
  expect(desk.all("conversation").map(one => one.id)).toEqual(["cnv_1"])
})

test("a line seen twice is kept once, and late pages fall into place", async () => {
  frame(12, [line(12)])
  await desk.fill("cnv_1", async () => ({ lines: [line(3), line(11), line(12)] }))
  frame(13, [line(13)])
  expect(sequences()).toEqual([3, 11, 12, 13])
  expect(desk.transcript("cnv_1").whole).toBe(true)
})

test("a snapshot after a lost connection asks only for what came since", async () => {
  await desk.fill("cnv_1", async () => ({ lines: [line(3), line(9)] }))
  desk.receive({ type: "snapshot", sequence: 40, you: { agent: "agt_1" }, objects: [thing("cnv_1")] })
  expect(desk.transcript("cnv_1").whole).toBe(false)
  const fetchPage = vi.fn(async () => ({ lines: [line(20)] }))
  await desk.fill("cnv_1", fetchPage)
  expect(fetchPage.mock.calls).toEqual([[10]])
  expect(sequences()).toEqual([3, 9, 20])
})

test("a connection lost while pages are fetched makes it look again", async () => {
  const fetchPage = vi.fn(async () => {
    if (fetchPage.mock.calls.length === 1) {
      desk.receive({ type: "snapshot", sequence: 40, you: { agent: "agt_1" }, objects: [thing("cnv_1")] })
      return { lines: [line(3)] }
    }
    return { lines: [line(3), line(30)] }
  })
  await desk.fill("cnv_1", fetchPage)
  expect(sequences()).toEqual([3, 30])
})

test("a transcript is fetched to its last page", async () => {
  await desk.fill("cnv_1", async after =>
    after === 0 ? { lines: [line(1)], next: 1 } : { lines: [line(2)] },
  )
  expect(sequences()).toEqual([1, 2])
})

const typed = {
  id: "u1",
  conversation: "cnv_1",
  at_ms: 0,
  text: "Hello",
  audience: "everybody",
  files: [],
} as const

test("a message shows before the server answers and goes when its line comes", () => {
  desk.posting(typed)
  expect(desk.transcript("cnv_1").pending.map(one => one.text)).toEqual(["Hello"])
  desk.posted("cnv_1", "u1", "msg_7")
  expect(desk.transcript("cnv_1").pending).toHaveLength(1)
  frame(11, [line(11, "msg_7")])
  expect(desk.transcript("cnv_1").pending).toEqual([])
})

test("a message whose line came before the reply goes with the reply", () => {
  desk.posting(typed)
  frame(11, [line(11, "msg_7")])
  desk.posted("cnv_1", "u1", "msg_7")
  expect(desk.transcript("cnv_1").pending).toEqual([])
})

test("a refused message stays with its reason until it is sent again or thrown away", () => {
  desk.posting(typed)
  desk.postRefused("cnv_1", "u1", { code: "conversation_closed", title: "Closed", detail: "It is closed." })
  expect(desk.transcript("cnv_1").pending[0]?.refused?.code).toBe("conversation_closed")
  desk.posting(typed)
  expect(desk.transcript("cnv_1").pending).toEqual([typed])
  desk.discard("cnv_1", "u1")
  expect(desk.transcript("cnv_1").pending).toEqual([])
})

test("listeners hear of lines that happen, never of those that are fetched", async () => {
  const heard: number[] = []
  desk.onLines(lines => heard.push(...lines.map(one => one.sequence)))
  await desk.fill("cnv_1", async () => ({ lines: [line(3)] }))
  frame(11, [line(11)])
  expect(heard).toEqual([11])
})
