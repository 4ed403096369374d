// What a chat keeps and says: sending, answers, closing, another tab.

import { beforeEach, describe, expect, test, vi } from "vitest"
import { Chat } from "./chat.ts"
import { Keeper } from "./memory.ts"

/** The other end of the wire, answered by hand: sockets and requests in the order they came. */
class Wire {
  sockets: FakeSocket[] = []
  requests: string[] = []
  transcripts: Record<string, object[]> = {}

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1)
    if (!socket) throw new Error("no socket was opened")
    return socket
  }

  /** What somebody asked for the identity of is refused with. */
  refusal: object | undefined
  bodies: unknown[] = []

  fetch = async (address: string, init?: RequestInit): Promise<Response> => {
    this.requests.push(address)
    const body = init?.body ? JSON.parse(String(init.body)) : undefined
    this.bodies.push(body)
    if (address.endsWith("/visitors")) {
      if (body.identity && this.refusal) return Response.json(this.refusal, { status: 403 })
      const token = body.identity ? `bvt_${body.identity.id}` : "bvt_1"
      return Response.json({ visitor: "vis_1", token })
    }
    if (address.endsWith("/read")) return new Response(null, { status: 204 })
    const id = address.match(/conversations\/(\w+)\/transcript/)?.[1] ?? ""
    return Response.json({ lines: this.transcripts[id] ?? [] })
  }
}

class FakeSocket {
  sent: { type: string; id?: string; command?: { type: string }; [field: string]: unknown }[] = []
  onopen = () => {}
  onmessage = (_: { data: string }) => {}
  onclose = () => {}

  send(data: string) {
    this.sent.push(JSON.parse(data))
  }

  close() {}

  says(frame: object) {
    this.onmessage({ data: JSON.stringify(frame) })
  }

  /** Opens and is greeted with a snapshot. */
  greets(sequence: number, ...objects: object[]) {
    this.onopen()
    this.says({ type: "snapshot", sequence, you: { visitor: "vis_1" }, objects })
  }

  command(type: string) {
    return this.sent.find(frame => frame.command?.type === type)
  }
}

const settled = () => new Promise(resolve => setTimeout(resolve))

const conversation = (id: string, status: string) => ({
  type: "visitor_conversation",
  id,
  status,
  others: [],
  opened_at_ms: 1,
  choice_asked: false,
})

const message = (sequence: number, text: string, author: object = { type: "you" }) => ({
  kind: "message",
  sequence,
  at_ms: sequence,
  conversation: "cnv_1",
  message: `msg_${sequence}`,
  author,
  text,
  files: [],
})

describe("Chat", () => {
  let wire: Wire
  let stored: Record<string, string>

  beforeEach(() => {
    wire = new Wire()
    stored = {}
    vi.stubGlobal("fetch", wire.fetch)
    vi.stubGlobal("location", { origin: "http://chat.test" })
    vi.stubGlobal("addEventListener", () => {})
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => stored[key] ?? null,
      setItem: (key: string, value: string) => {
        stored[key] = value
      },
      removeItem: (key: string) => {
        delete stored[key]
      },
    })
    vi.stubGlobal(
      "WebSocket",
      class extends FakeSocket {
        constructor() {
          super()
          wire.sockets.push(this)
        }
      },
    )
    return () => vi.unstubAllGlobals()
  })

  const returning = () => {
    stored["baton.visitor.demo"] = JSON.stringify({ token: "bvt_1", conversations: ["cnv_1"] })
    return new Chat("demo", new Keeper("demo"))
  }

  test("nobody_becomes_a_visitor_by_looking", async () => {
    const chat = new Chat("demo", new Keeper("demo"))
    await settled()
    expect(wire.requests).toEqual([])
    expect(wire.sockets).toEqual([])
    expect(chat.state.link).toBe("none")
  })

  test("the_first_message_makes_a_visitor_and_opens_a_conversation", async () => {
    const chat = new Chat("demo", new Keeper("demo"))
    chat.attributes = { name: "Lena" }
    chat.send("Hello?", [])
    expect(chat.state.sendings).toHaveLength(1)
    await settled()
    wire.socket.greets(1)
    await settled()
    const opened = wire.socket.command("open_conversation")
    expect(opened?.command).toMatchObject({
      attributes: { name: "Lena" },
      message: { text: "Hello?", files: [] },
    })
    const answer = { type: "opened", conversation: "cnv_1", message: "msg_2" }
    wire.socket.says({ type: "reply", id: opened?.id, sequence: 2, answer })
    await settled()
    expect(chat.state.conversation).toMatchObject({ id: "cnv_1", status: "waiting" })
    const changes = [{ put: conversation("cnv_1", "waiting") }]
    wire.socket.says({ type: "frame", sequence: 2, after: 1, lines: [message(2, "Hello?")], changes })
    expect(chat.state.sendings).toEqual([])
    expect(chat.state.lines).toHaveLength(1)
  })

  test("a_page_load_reads_the_history_and_then_only_what_is_missing", async () => {
    const chat = returning()
    expect(chat.state.loading).toBe(true)
    wire.transcripts = { cnv_1: [message(2, "one"), message(3, "two")] }
    wire.socket.greets(3, conversation("cnv_1", "active"))
    wire.socket.says({ type: "frame", sequence: 4, after: 3, lines: [message(4, "three")], changes: [] })
    await settled()
    expect(chat.state).toMatchObject({ loading: false, link: "open" })
    expect(chat.state.lines.map(line => line.sequence)).toEqual([2, 3, 4])
    wire.socket.greets(9, conversation("cnv_1", "active"))
    await settled()
    expect(wire.requests.at(-1)).toContain("after=4")
  })

  test("what_is_written_before_the_history_has_come_goes_into_the_open_conversation", async () => {
    const chat = returning()
    chat.send("Still there?", [])
    await settled()
    wire.socket.greets(3, conversation("cnv_1", "active"))
    await settled()
    expect(wire.socket.command("post_message")?.command).toMatchObject({ conversation: "cnv_1" })
    expect(wire.socket.command("open_conversation")).toBeUndefined()
  })

  test("a_command_without_its_reply_is_sent_again_under_the_same_id_after_a_reconnect", async () => {
    vi.useFakeTimers()
    const chat = returning()
    wire.socket.greets(3, conversation("cnv_1", "active"))
    chat.send("Hello?", [])
    await vi.advanceTimersByTimeAsync(0)
    const first = wire.socket.command("post_message")
    wire.socket.onclose()
    expect(chat.state.link).toBe("lost")
    await vi.advanceTimersByTimeAsync(2_000)
    wire.socket.onopen()
    expect(wire.socket.sent[0]).toMatchObject({ type: "hello", resume: { sequence: 3 } })
    expect(wire.socket.command("post_message")?.id).toBe(first?.id)
    vi.useRealTimers()
  })

  test("a_conversation_that_left_the_desk_is_shown_as_closed", async () => {
    const chat = returning()
    wire.socket.greets(3)
    await settled()
    expect(chat.state.conversation).toMatchObject({ id: "cnv_1", status: "closed" })
    chat.startAgain()
    expect(chat.state.conversation).toBeUndefined()
  })

  test("a_token_that_is_worth_nothing_any_more_is_forgotten", () => {
    const chat = returning()
    wire.socket.onopen()
    wire.socket.says({ type: "goodbye", code: "stale_token" })
    wire.socket.onclose()
    expect(stored).toEqual({})
    expect(chat.state).toMatchObject({ link: "none", loading: false, conversation: undefined })
  })

  test("who_is_typing_is_shown_until_they_have_written", () => {
    const chat = returning()
    wire.socket.greets(3, conversation("cnv_1", "active"))
    wire.socket.says({ type: "typing", conversation: "cnv_1", name: "Nora" })
    expect(chat.state.typing).toBe("Nora")
    const lines = [message(4, "Hello", { type: "agent", name: "Nora" })]
    wire.socket.says({ type: "frame", sequence: 4, after: 3, lines, changes: [] })
    expect(chat.state.typing).toBeUndefined()
  })

  test("who_is_identified_is_another_visitor_than_the_stranger_before", async () => {
    const chat = returning()
    const done = chat.identify({ id: "lena", hash: "aa" })
    wire.socket.greets(3)
    await done
    expect(wire.bodies).toContainEqual({ identity: { id: "lena", hash: "aa" } })
    expect(JSON.parse(stored["baton.visitor.demo"] ?? "")).toEqual({
      token: "bvt_lena",
      conversations: [],
      identity: "lena",
    })
    expect(wire.sockets).toHaveLength(2)
    await chat.identify({ id: "lena", hash: "aa" })
    expect(wire.sockets, "the same person is asked for once").toHaveLength(2)
  })

  test("a_stranger_finishes_an_open_conversation_before_being_known", async () => {
    const chat = returning()
    const done = chat.identify({ id: "lena", hash: "aa" })
    wire.socket.greets(3, conversation("cnv_1", "active"))
    await done
    expect(stored["baton.visitor.demo"]).toContain("bvt_1")
    const changes = [{ put: conversation("cnv_1", "closed") }]
    wire.socket.says({ type: "frame", sequence: 4, after: 3, lines: [], changes })
    chat.startAgain()
    await settled()
    await settled()
    expect(stored["baton.visitor.demo"]).toContain("bvt_lena")
  })

  test("a_refused_identity_is_told_and_holds_no_message_back", async () => {
    wire.refusal = {
      type: "/problems/bad_identity",
      code: "bad_identity",
      title: "",
      status: 403,
      detail: "no",
    }
    const chat = new Chat("demo", new Keeper("demo"))
    const done = chat.identify({ id: "lena", hash: "00" })
    chat.send("Hello?", [])
    await expect(done).rejects.toMatchObject({ code: "bad_identity" })
    await settled()
    wire.socket.greets(1)
    await settled()
    expect(wire.socket.command("open_conversation")).toBeDefined()
  })

  const told = () =>
    wire.socket.sent.flatMap(({ command }) => (command?.type === "set_attributes" ? [command] : []))

  test("what_the_page_says_meanwhile_is_gathered_and_told_to_the_conversation_under_way", async () => {
    vi.useFakeTimers()
    const chat = returning()
    wire.socket.greets(3, conversation("cnv_1", "active"))
    for (let count = 1; count <= 50; count++) chat.setAttributes({ cart: count, plan: "gold" })
    chat.setAttributes({ plan: null, cart: undefined, vip: true })
    expect(told()).toEqual([])
    await vi.advanceTimersByTimeAsync(1_000)
    const attributes = { cart: null, plan: null, vip: "true" }
    expect(told()).toEqual([{ type: "set_attributes", conversation: "cnv_1", attributes }])
    expect(chat.attributes).toEqual({ vip: "true" })
    chat.setAttributes({ cart: "1" })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(told().at(-1)).toMatchObject({ attributes: { cart: "1" } })
    vi.useRealTimers()
  })

  test("what_the_page_says_before_the_server_is_heard_is_told_once_it_is", async () => {
    const chat = returning()
    chat.setAttributes({ page: "/cart" })
    wire.socket.greets(3, conversation("cnv_1", "active"))
    expect(told()).toMatchObject([{ conversation: "cnv_1", attributes: { page: "/cart" } }])
  })

  test("what_the_page_says_while_a_conversation_opens_is_told_to_it", async () => {
    const chat = new Chat("demo", new Keeper("demo"))
    chat.setAttributes({ plan: "gold" })
    chat.send("Hello?", [])
    await settled()
    wire.socket.greets(1)
    await settled()
    const opened = wire.socket.command("open_conversation")
    expect(opened?.command).toMatchObject({ attributes: { plan: "gold" } })
    chat.setAttributes({ cart: "1" })
    const answer = { type: "opened", conversation: "cnv_1", message: "msg_2" }
    wire.socket.says({ type: "reply", id: opened?.id, sequence: 2, answer })
    await settled()
    expect(told()).toMatchObject([{ conversation: "cnv_1", attributes: { cart: "1" } }])
  })

  test("what_is_too_much_is_not_taken_and_keeps_nobody_from_chatting", async () => {
    const chat = new Chat("demo", new Keeper("demo"))
    const heard: unknown[] = []
    chat.refused = ({ code }) => heard.push(code)
    chat.setAttributes({ plan: "gold" })
    chat.setAttributes({ plan: "x".repeat(16_000) })
    expect(heard).toEqual(["text_too_long"])
    expect(chat.attributes).toEqual({ plan: "gold" })
  })

  test("what_was_refused_is_told_to_the_page_unless_the_conversation_has_ended", async () => {
    const chat = returning()
    const heard: unknown[] = []
    chat.refused = ({ code }) => heard.push(code)
    for (const code of ["text_too_long", "conversation_closed"]) {
      chat.setAttributes({ [code]: "x" })
      wire.socket.greets(3, conversation("cnv_1", "active"))
      const { id } = wire.socket.sent.findLast(frame => frame.command?.type === "set_attributes") ?? {}
      const problem = { type: `/problems/${code}`, code, title: "", status: 422, detail: "" }
      wire.socket.says({ type: "refused", id, problem })
      await settled()
    }
    expect(heard).toEqual(["text_too_long"])
  })

  test("who_signs_out_is_a_stranger_with_nothing_left_behind", async () => {
    const chat = returning()
    wire.socket.greets(3, conversation("cnv_1", "active"))
    chat.attributes = { page: "http://shop.test/", name: "Lena" }
    chat.forget()
    expect(stored).toEqual({})
    expect(chat.attributes).toEqual({ page: "http://shop.test/" })
    expect(chat.state).toMatchObject({ link: "none", conversation: undefined, lines: [] })
  })

  test("a_page_that_is_looked_at_marks_the_last_message_once", async () => {
    const chat = returning()
    wire.socket.greets(3, conversation("cnv_1", "active"))
    const lines = [message(4, "Hello", { type: "agent", name: "Nora" })]
    wire.socket.says({ type: "frame", sequence: 4, after: 3, lines, changes: [] })
    chat.haveRead()
    chat.haveRead()
    await settled()
    expect(wire.requests.filter(address => address.endsWith("/cnv_1/read"))).toHaveLength(1)
    expect(wire.bodies).toContainEqual({ message: "msg_4" })
  })

  test("what_agents_have_read_never_goes_back", () => {
    const chat = returning()
    wire.socket.greets(3, conversation("cnv_1", "active"))
    const reader = { type: "agent", name: "Nora" }
    for (const read of ["msg_9", "msg_10", "msg_2"])
      wire.socket.says({ type: "aside", kind: "read", conversation: "cnv_1", message: read, reader })
    expect(chat.state.read.byAgents).toBe(10)
  })
})
