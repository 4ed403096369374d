// A transfer before it is sent: what it lacks, what it says will happen, what it asks for.

import type { AgentTarget, QueueTarget, Targets } from "@baton/protocol"
import { expect, test } from "vitest"
import { commandOf, emptyNote, find, inWords, missing, nameOf, type Plan } from "./plan.ts"

const l2 = { id: "que_2", name: "Specialists", tier: 2 }
const full = { reason: "no_room", text: "Has no free room." } as const

const agent = (name: string, change: Partial<AgentTarget> = {}): AgentTarget => ({
  agent: { id: `agt_${name}`, name },
  status: "online",
  load: 1,
  capacity: 4,
  missing: [],
  serves: [l2],
  serves_place: true,
  ...change,
})
const queue = (change: Partial<QueueTarget> = {}): QueueTarget => ({
  queue: l2,
  waiting: 2,
  available: 1,
  online: 3,
  ...change,
})
const to = (target: AgentTarget | QueueTarget, change: Partial<Plan> = {}): Plan => ({
  conversation: "cnv_1",
  chosen: "agent" in target ? { kind: "agent", agent: target } : { kind: "queue", queue: target },
  mode: "cold",
  complete: "introduced",
  onUnanswered: "return",
  place: undefined,
  reason: undefined,
  note: emptyNote,
  ...change,
})

test("nothing can be sent without a target", () => {
  expect(missing({ ...to(queue()), chosen: undefined }, false)).toBe("Choose who takes it.")
})

test("a target that is off says why", () => {
  expect(missing(to(queue({ off: { reason: "queue_closed", text: "Closed." } })), false)).toBe("Closed.")
})

test("a reason is asked for only where the workspace wants one", () => {
  expect(missing(to(queue()), false)).toBeUndefined()
  expect(missing(to(queue()), true)).toBe("Choose a reason.")
})

test("an agent of other queues needs a place, and it travels", () => {
  const elsewhere = to(agent("Mara", { serves_place: false }))
  expect(missing(elsewhere, false)).toBe("Choose the queue in which Mara takes it.")
  expect(commandOf({ ...elsewhere, place: "que_2" })).toMatchObject({ place: "que_2" })
})

test("an agent without a queue keeps the present place", () => {
  expect(missing(to(agent("Mara", { serves: [], serves_place: false })), false)).toBeUndefined()
})

test("somebody without room can only be kept waiting for, whatever was chosen before", () => {
  const busy = to(agent("Mara", { off: full }), { mode: "warm" })
  expect(commandOf(busy)).toMatchObject({ mode: "cold", on_unanswered: "park" })
  expect(inWords(busy)).toContain("kept until Mara has room")
})

test("what belongs to the other mode is left out", () => {
  expect(commandOf(to(agent("Mara"), { mode: "warm" }))).toEqual({
    type: "start_transfer",
    conversation: "cnv_1",
    target: { agent: "agt_Mara" },
    mode: "warm",
    complete: "introduced",
  })
  expect(commandOf(to(queue()))).toEqual({
    type: "start_transfer",
    conversation: "cnv_1",
    target: { queue: "que_2" },
    mode: "cold",
  })
})

test("only the written parts of a note travel", () => {
  expect(commandOf(to(queue(), { note: { ...emptyNote, goal: "Refund", ask: " " } }))).toMatchObject({
    note: { goal: "Refund" },
  })
})

test("an empty queue is said before it is chosen for good", () => {
  expect(inWords(to(queue({ online: 0, available: 0, waiting: 0 })))).toContain(
    "Nobody waits there, and nobody is online",
  )
})

test("the directory finds by any part of a name and puts who can take it first", () => {
  const targets: Targets = {
    agents: [
      agent("Zoe", { off: full, off_parked: full }),
      agent("Mara Lind"),
      agent("Ana Lind", { off: full }),
    ],
    queues: [queue()],
    awaits_supervisor: false,
    escalations: [],
    reasons: [],
    reason_required: false,
  }
  expect(find(targets, "").map(nameOf)).toEqual(["Specialists", "Mara Lind", "Ana Lind", "Zoe"])
  expect(find(targets, "lind mar").map(nameOf)).toEqual(["Mara Lind"])
})
