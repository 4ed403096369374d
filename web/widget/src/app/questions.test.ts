// The way of the answers through the stages before a conversation.

import type { FormField, OpeningStage } from "@baton/protocol"
import { describe, expect, test } from "vitest"
import { asked, fault } from "./questions.ts"

const field = (key: string, more: Partial<FormField> = {}): FormField => ({
  key,
  label: key,
  kind: "text",
  required: false,
  ...more,
})

const about = field("about", {
  kind: "choice",
  options: [
    { value: "bill", label: "A bill", next: "bill" },
    { value: "line", label: "My line" },
    { value: "other", label: "Other", next: "support" },
  ],
})

const STAGES: OpeningStage[] = [
  { key: "hello", text: "Good day.", next: "topic" },
  { key: "topic", fields: [about], next: "line" },
  { key: "line", fields: [field("router")], next: "support" },
  { key: "bill", fields: [field("number")], next: "thanks" },
  { key: "thanks", text: "Have it at hand.", next: "support" },
]

const keys = (answers: Record<string, string>) => {
  const { texts, fields } = asked(STAGES, answers)
  return [...texts, ...fields.map(({ key }) => key)]
}

describe("asked", () => {
  test("an_answer_leads_to_its_own_questions_and_another_to_the_form_s_next", () => {
    expect(keys({ about: "bill" })).toEqual(["Good day.", "Have it at hand.", "about", "number"])
    expect(keys({ about: "line" })).toEqual(["Good day.", "about", "router"])
    expect(keys({})).toEqual(["Good day.", "about", "router"])
  })

  test("a_stage_that_is_none_of_these_is_where_the_conversation_begins", () => {
    expect(keys({ about: "other" })).toEqual(["Good day.", "about"])
    expect(asked([], {})).toEqual({ texts: [], fields: [] })
  })

  test("a_circle_ends", () => {
    expect(asked([{ key: "a", fields: [field("x")], next: "a" }], {}).fields).toHaveLength(1)
  })
})

describe("fault", () => {
  test("only_what_is_asked_for_has_to_be_there", () => {
    expect(fault(field("x"), " ")).toBeUndefined()
    expect(fault(field("x", { required: true }), " ")).toBe("missing")
    expect(fault({ ...about, required: true })).toBe("missingChoice")
  })

  test("an_address_has_two_sides", () => {
    const email = field("email", { kind: "email" })
    expect(fault(email, "lena")).toBe("badEmail")
    expect(fault(email, " lena@example.com ")).toBeUndefined()
    expect(fault(email)).toBeUndefined()
  })
})
