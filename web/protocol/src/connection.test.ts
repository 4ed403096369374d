// The rules of the socket client, against a socket and a clock that the test holds in its hands.

import { beforeEach, expect, test } from "vitest"
import { Connection, type SocketLike } from "./connection.ts"
import { ProblemError } from "./http.ts"
import type { Platform } from "./platform.ts"

class Socket implements SocketLike {
  sent: Record<string, unknown>[] = []
  closed = false
  onopen: SocketLike["onopen"] = null
  onmessage: SocketLike["onmessage"] = null
  onclose: SocketLike["onclose"] = null

  send(data: string) {
    this.sent.push(JSON.parse(data))
  }
  close() {
    this.closed = true
  }
  opens() {
    this.onopen?.(undefined as never)
  }
  says(frame: unknown) {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }
  drops() {
    this.onclose?.(undefined as never)
  }
  types() {
    return this.sent.map(frame => frame.type)
  }
}

/** Time that passes when the test says so. */
class Time implements Platform {
  #now = 1_700_000_000_000
  #timers = new Set<{ at: number; run: () => void }>()

  now = () => this.#now
  after = (ms: number, run: () => void) => {
    const timer = { at: this.#now + ms, run }
    this.#timers.add(timer)
    return () => void this.#timers.delete(timer)
  }
  random = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(255)
  passes(ms: number) {
    const end = this.#now + ms
    for (;;) {
      const [next] = [...this.#timers].filter(timer => timer.at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      this.#timers.delete(next)
      this.#now = next.at
      next.run()
    }
    this.#now = end
  }
}

let sockets: Socket[]
let time: Time
let taken: number[]
let connection: Connection<{ type: string }, unknown, unknown, unknown>

const socket = () => sockets.at(-1) ?? new Socket()
const snapshot = (sequence: number) => ({ type: "snapshot", sequence, you: {}, objects: [] })
const frame = (sequence: number, after: number) => ({
  type: "frame",
  sequence,
  after,
  lines: [],
  changes: [],
})

beforeEach(() => {
  sockets = []
  time = new Time()
  taken = []
  connection = new Connection({
    open: () => {
      sockets.push(new Socket())
      return socket()
    },
    platform: time,
    receive: received => taken.push(received.sequence),
  })
  connection.connect()
  socket().opens()
})

test("the client speaks first, and the snapshot opens the desk", () => {
  expect(socket().sent).toEqual([{ type: "hello" }])
  expect(connection.state.at).toBe("connecting")
  socket().says(snapshot(4))
  expect(connection.state.at).toBe("open")
  expect(taken).toEqual([4])
})

test("a missing frame makes it resume from the last good one, at once", () => {
  socket().says(snapshot(4))
  socket().says(frame(6, 4))
  socket().says(frame(9, 8))
  expect(sockets).toHaveLength(2)
  expect(sockets[0]?.closed).toBe(true)
  socket().opens()
  expect(socket().sent[0]).toEqual({ type: "hello", resume: { sequence: 6 } })
  socket().says(frame(9, 6))
  expect(taken).toEqual([4, 6, 9])
})

test("a frame seen before is dropped", () => {
  socket().says(snapshot(4))
  socket().says(frame(6, 4))
  socket().says(frame(6, 4))
  expect(taken).toEqual([4, 6])
})

test("frames of a socket that was given up are not heard", () => {
  socket().says(snapshot(4))
  const [first] = sockets
  first?.drops()
  time.passes(600)
  first?.says(frame(6, 4))
  expect(taken).toEqual([4])
})

test("a command is sent again with its id after a reconnect, until it is answered", async () => {
  socket().says(snapshot(4))
  const { id, done } = connection.command({ type: "report_activity" })
  socket().drops()
  time.passes(600)
  socket().opens()
  expect(socket().sent.at(-1)).toEqual({ type: "command", id, command: { type: "report_activity" } })
  socket().says({ type: "reply", id, sequence: 5, answer: { type: "done" } })
  await expect(done).resolves.toMatchObject({ sequence: 5 })
  socket().drops()
  time.passes(2_000)
  socket().opens()
  expect(socket().types()).toEqual(["hello"])
})

test("a command given before the desk is open waits for it", () => {
  connection.command({ type: "report_activity" })
  expect(socket().types()).toEqual(["hello"])
  socket().says(snapshot(4))
  expect(socket().types()).toEqual(["hello", "command"])
})

test("a refusal carries the problem", async () => {
  socket().says(snapshot(4))
  const { id, done } = connection.command({ type: "accept_offer" })
  socket().says({ type: "refused", id, problem: { code: "offer_gone", detail: "The offer is gone." } })
  await expect(done).rejects.toThrow(ProblemError)
  await expect(done).rejects.toMatchObject({ code: "offer_gone" })
})

test("what the server could not take at that moment is sent again", () => {
  socket().says(snapshot(4))
  const { id } = connection.command({ type: "report_activity" })
  socket().says({ type: "refused", id, problem: { code: "overloaded", detail: "", retry_after_ms: 3_000 } })
  time.passes(2_999)
  expect(socket().types()).toEqual(["hello", "command"])
  time.passes(1)
  expect(socket().types()).toEqual(["hello", "command", "command"])
})

test("back-off doubles up to its bound and starts anew once the server spoke", () => {
  socket().says(snapshot(4))
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map(() => {
    socket().drops()
    const { state } = connection
    const wait = state.at === "waiting" ? state.until_ms - time.now() : 0
    time.passes(wait)
    return wait
  })
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16000, 20000, 20000])
  socket().opens()
  socket().says({ type: "heartbeat" })
  socket().drops()
  expect(connection.state).toMatchObject({ at: "waiting", until_ms: time.now() + 500 })
})

test("a heartbeat is answered, and silence ends the socket", () => {
  socket().says(snapshot(4))
  socket().says({ type: "heartbeat" })
  expect(socket().types()).toEqual(["hello", "heartbeat"])
  time.passes(61_000)
  expect(sockets.length).toBeGreaterThan(1)
})

test("the watch list is told again after a reconnect", () => {
  socket().says(snapshot(4))
  connection.watch(["cnv_3"])
  socket().drops()
  time.passes(600)
  socket().opens()
  expect(socket().sent.at(-1)).toEqual({ type: "watch", conversations: ["cnv_3"] })
})

test("a session that is over is not knocked at again, and nothing is left waiting", async () => {
  socket().says(snapshot(4))
  const { done } = connection.command({ type: "report_activity" })
  socket().says({ type: "goodbye", code: "session_ended" })
  socket().drops()
  expect(connection.state).toMatchObject({ at: "ended", goodbye: { code: "session_ended" } })
  await expect(done).rejects.toThrow("Sign in again")
  time.passes(60_000)
  expect(sockets).toHaveLength(1)
})

test("a new configuration starts over from a snapshot", () => {
  socket().says(snapshot(4))
  socket().says({ type: "goodbye", code: "workspace_changed" })
  socket().drops()
  time.passes(600)
  socket().opens()
  expect(socket().sent[0]).toEqual({ type: "hello" })
})
