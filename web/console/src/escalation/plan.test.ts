// What an escalation says and sends.

import type { EscalationTarget } from "@baton/protocol"
import { describe, expect, it } from "vitest"
import { commandOf, type EscalationPlan, inWords, missing } from "./plan.ts"

const queue = { id: "que_2", name: "Technical support", tier: 2 }

const way = (change: Partial<EscalationTarget["escalation"]> = {}, online = 2): EscalationTarget => ({
  escalation: {
    key: "technical",
    label: "A technician",
    queue,
    tier: 2,
    note_required: false,
    reason_required: false,
    ...change,
  },
  queue: {
    queue,
    waiting: 1,
    online,
    available: online,
    estimated_wait: { type: "range", p50_ms: 90_000, p90_ms: 290_000 },
  },
})

const plan = (change: Partial<EscalationPlan> = {}): EscalationPlan => ({
  conversation: "cnv_1",
  chosen: way(),
  reason: undefined,
  note: "",
  ...change,
})

describe("an escalation", () => {
  it("says who takes over and how long the visitor will wait", () => {
    expect(inWords(plan())).toBe(
      "You are released now, and the visitor is told that A technician takes over. The wait there is about 2 to 5 minutes.",
    )
    expect(inWords(plan({ chosen: way({ list: "Seniors" }) }))).toContain("Seniors are asked first.")
  })

  it("is confirmed where nobody is online", () => {
    const deserted = plan({ chosen: way({}, 0) })
    expect(inWords(deserted)).toContain("Nobody of A technician is online")
    expect(commandOf(deserted)).toMatchObject({ confirmed: true })
    expect(commandOf(plan())).toMatchObject({ confirmed: false })
  })

  it("names what is still missing", () => {
    expect(missing(plan({ chosen: undefined }))).toBe("Choose where it goes.")
    expect(missing(plan({ chosen: way({ reason_required: true }) }))).toBe("Choose a reason.")
    expect(missing(plan({ chosen: way({ note_required: true }), note: " " }))).toBe(
      "Write what they should know.",
    )
    expect(missing(plan({ chosen: way({ off: { reason: "no_members", text: "Nobody serves it." } }) }))).toBe(
      "Nobody serves it.",
    )
    expect(missing(plan())).toBeUndefined()
  })

  it("sends only what was given", () => {
    expect(commandOf(plan({ reason: "fault", note: " twice " }))).toEqual({
      type: "escalate",
      conversation: "cnv_1",
      option: "technical",
      confirmed: false,
      reason: "fault",
      note: { text: "twice" },
    })
    expect(commandOf(plan())).not.toHaveProperty("note")
  })
})
