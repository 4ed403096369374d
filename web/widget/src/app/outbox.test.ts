// Messages wait, are sent again under one id, and are settled once.

import { ProblemError } from "@baton/protocol"
import { describe, expect, test } from "vitest"
import type { Message } from "./lines.ts"
import { Outbox, type Sending } from "./outbox.ts"

type Deliver = (sending: Sending) => Promise<string | undefined>

/** An outbox whose deliveries are answered by hand, and a wait until it has nothing left to try. */
function outbox(deliver: Deliver) {
  let stalls = 0
  const box = new Outbox({ deliver, stalled: () => stalls++, changed: () => {} })
  return { box, stalls: () => stalls }
}

const settled = () => new Promise(resolve => setTimeout(resolve))

const refusal = new ProblemError({
  type: "/problems/text_too_long",
  title: "The text is too long",
  status: 422,
  detail: "Too long.",
  code: "text_too_long",
})

const line = (message: string, text: string): Message => ({
  kind: "message",
  sequence: 1,
  at_ms: 1,
  conversation: "cnv_1",
  message,
  author: { type: "you" },
  text,
  files: [],
})

describe("Outbox", () => {
  test("messages_are_delivered_one_after_another", async () => {
    const order: string[] = []
    const answers: (() => void)[] = []
    const { box } = outbox(sending => {
      order.push(sending.text)
      return new Promise(resolve => answers.push(() => resolve(`msg_${order.length}`)))
    })
    box.add("first", [])
    box.add("second", [])
    expect(order).toEqual(["first"])
    answers[0]?.()
    await settled()
    expect(order).toEqual(["first", "second"])
  })

  test("a_message_is_shown_until_the_line_with_it_arrives", async () => {
    const { box } = outbox(async () => "msg_7")
    box.add("hello", [])
    await settled()
    expect(box.sendings).toHaveLength(1)
    box.arrived(line("msg_7", "hello"))
    expect(box.sendings).toEqual([])
  })

  test("a_line_that_overtakes_its_reply_takes_the_place_of_the_message_under_way", () => {
    const { box } = outbox(() => new Promise(() => {}))
    box.add("hello", [])
    box.arrived(line("msg_8", "hello"))
    expect(box.sendings).toEqual([])
  })

  test("a_line_of_another_tab_leaves_what_is_under_way_alone", () => {
    const { box } = outbox(() => new Promise(() => {}))
    box.add("hello", [])
    box.arrived(line("msg_8", "something else"))
    expect(box.sendings).toHaveLength(1)
  })

  test("a_refused_message_says_why_and_is_tried_again_under_another_id", async () => {
    const ids: string[] = []
    const { box, stalls } = outbox(async sending => {
      ids.push(sending.id)
      if (ids.length === 1) throw refusal
      return "msg_7"
    })
    box.add("hello", [])
    await settled()
    expect(box.sendings[0]?.problem).toBe("Too long.")
    box.retry(box.sendings[0]?.id ?? "")
    await settled()
    expect(box.sendings[0]).toMatchObject({ message: "msg_7", problem: undefined })
    expect(new Set(ids).size).toBe(2)
    expect(stalls()).toBe(0)
  })

  test("a_refused_message_does_not_hold_up_the_next", async () => {
    const { box } = outbox(async sending => {
      if (sending.text === "bad") throw refusal
      return "msg_7"
    })
    box.add("bad", [])
    box.add("good", [])
    await settled()
    expect(box.sendings.map(sending => sending.message ?? sending.problem)).toEqual(["Too long.", "msg_7"])
    box.discard(box.sendings[0]?.id ?? "")
    expect(box.sendings).toHaveLength(1)
  })
})
