// What is heard: only what concerns this agent, each event with a sound of its own.

import type { StaffDesk } from "@baton/desk-state"
import type { StaffLine } from "@baton/protocol"
import { expect, test } from "vitest"
import { soundOf } from "./signals.ts"

const deskOf = (owner: string, offers: string[] = []) =>
  ({
    you: { agent: "agt_1" },
    get: () => ({ owner: { id: owner }, visitor: { id: "vis_7", attributes: { name: "Lena" } } }),
    all: () => offers.map(conversation => ({ conversation })),
  }) as unknown as StaffDesk

const message = (type: "visitor" | "agent") =>
  ({ kind: "message", conversation: "cnv_1", author: { type, id: "x", name: "x" } }) as unknown as StaffLine
const assigned = (cause: string) =>
  ({ kind: "event", event: "agent.assigned", conversation: "cnv_1", cause }) as unknown as StaffLine

test("a visitor is heard by the owner and by nobody else", () => {
  expect(soundOf(message("visitor"), deskOf("agt_1"))?.sound).toBe("message")
  expect(soundOf(message("visitor"), deskOf("agt_2"))).toBeUndefined()
  expect(soundOf(message("agent"), deskOf("agt_1"))).toBeUndefined()
})

test("a conversation that becomes one's own is heard", () => {
  const heard = { sound: "assigned", words: "Lena is with you" }
  expect(soundOf(assigned("auto_accepted"), deskOf("agt_1"))).toEqual(heard)
  expect(soundOf(assigned("assigned"), deskOf("agt_1"))).toEqual(heard)
  expect(soundOf(assigned("assigned"), deskOf("agt_2"))).toBeUndefined()
})

test("what one took oneself is not heard", () => {
  for (const cause of ["accepted", "pulled", "taken_over"])
    expect(soundOf(assigned(cause), deskOf("agt_1"))).toBeUndefined()
})
