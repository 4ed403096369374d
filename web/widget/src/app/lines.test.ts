// Lines are kept once, in order, and grouped as they are read.

import { describe, expect, test } from "vitest"
import { blocks, type Line, lastSequence, merge } from "./lines.ts"

const message = (sequence: number, from?: string, more: object = {}): Line => ({
  kind: "message",
  sequence,
  at_ms: sequence * 1_000,
  conversation: "cnv_1",
  message: `msg_${sequence}`,
  author: from === undefined ? { type: "you" } : { type: "agent", name: from },
  text: `text ${sequence}`,
  files: [],
  ...more,
})

const notice = (
  sequence: number,
  code: "agent_joined" | "handed_over" | "greeting",
  agent: string,
): Line => ({
  kind: "notice",
  sequence,
  at_ms: sequence * 1_000,
  conversation: "cnv_1",
  code,
  text: code,
  language: "en",
  agent,
})

describe("merge", () => {
  test("a_line_that_comes_twice_counts_once", () => {
    const lines = merge([message(1), message(2)], [message(2), message(3)])
    expect(lines.map(line => line.sequence)).toEqual([1, 2, 3])
  })

  test("a_line_that_comes_late_stands_where_the_journal_has_it", () => {
    expect(merge([message(1), message(5)], [message(3)]).map(line => line.sequence)).toEqual([1, 3, 5])
  })

  test("a_transcript_is_continued_behind_the_last_line_of_its_own_conversation", () => {
    const lines = [message(1), message(4), message(9, undefined, { conversation: "cnv_2" })]
    expect(lastSequence(lines, "cnv_1")).toBe(4)
    expect(lastSequence(lines, "cnv_3")).toBe(0)
  })
})

describe("blocks", () => {
  test("neighbouring_messages_of_one_author_are_a_group", () => {
    const groups = blocks([
      message(1),
      message(2),
      message(3, "Mara"),
      message(4, "Mara"),
      message(5, "Jonas"),
    ])
    expect(groups.map(block => block.kind === "group" && [block.from, block.messages.length])).toEqual([
      [undefined, 2],
      ["Mara", 2],
      ["Jonas", 1],
    ])
  })

  test("a_long_silence_begins_another_group", () => {
    expect(blocks([message(1), message(2, undefined, { at_ms: 600_000 })])).toHaveLength(2)
  })

  test("a_hand_over_knows_whom_the_conversation_was_with", () => {
    const [, before] = blocks([notice(1, "agent_joined", "Mara"), notice(2, "handed_over", "Jonas")])
    expect(before).toMatchObject({ kind: "notice", before: "Mara" })
  })

  test("a_greeting_is_a_message_of_its_agent", () => {
    const [greeting] = blocks([notice(1, "greeting", "Mara"), message(2, "Mara")])
    expect(greeting).toMatchObject({ kind: "group", from: "Mara" })
  })

  test("a_divider_stands_between_conversations", () => {
    const kinds = blocks([message(1), message(2, undefined, { conversation: "cnv_2" })]).map(
      block => block.kind,
    )
    expect(kinds).toEqual(["group", "divider", "group"])
  })
})
