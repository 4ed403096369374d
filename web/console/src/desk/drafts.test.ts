// Drafts are on the server when the writing pauses, agree between tabs, and survive a lost connection.

import { type Platform, ProblemError, unreachable } from "@baton/protocol"
import { beforeEach, expect, test, vi } from "vitest"
import { Drafts } from "./drafts.ts"

let timers: (() => void)[]
let kept: Map<string, string>
let ask: ReturnType<typeof vi.fn>

const storage = () => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
  key: (at: number) => [...kept.keys()][at] ?? null,
  get length() {
    return kept.size
  },
})

const platform = {
  now: () => 0,
  after: (_: number, run: () => void) => {
    timers.push(run)
    return () => {
      timers = timers.filter(other => other !== run)
    }
  },
  random: (bytes: Uint8Array<ArrayBuffer>) => bytes,
} satisfies Platform

const tab = () => new Drafts({ base: "/w", http: { ask } as never, platform, storage: storage() })

async function pause() {
  for (const run of timers.splice(0)) run()
  await vi.waitFor(() => {})
}

beforeEach(() => {
  timers = []
  kept = new Map()
  ask = vi.fn(async () => undefined)
})

test("a draft is kept once, when the writing pauses", async () => {
  const drafts = tab()
  drafts.change("cnv_1", "reply", "H")
  drafts.change("cnv_1", "reply", "Hello")
  await pause()
  expect(ask.mock.calls.map(([, address, body]) => [address, body.text])).toEqual([
    ["/w/conversations/cnv_1/drafts/reply", "Hello"],
  ])
  expect(kept.size).toBe(0)
})

test("reply and note are kept apart, and what is begun is known", () => {
  const drafts = tab()
  drafts.change("cnv_1", "reply", "Hello")
  drafts.change("cnv_1", "note", "careful")
  expect([drafts.text("cnv_1", "reply"), drafts.text("cnv_1", "note")]).toEqual(["Hello", "careful"])
  expect(drafts.begun("cnv_1")).toEqual(["reply", "note"])
  expect(drafts.begun("cnv_2")).toEqual([])
})

test("what another tab wrote is shown, what one is writing stays", async () => {
  const drafts = tab()
  const of = (text: string) => ({ kind: "draft", conversation: "cnv_1", channel: "reply", text }) as const
  drafts.heard(of("from the other tab"))
  expect(drafts.text("cnv_1", "reply")).toBe("from the other tab")
  drafts.change("cnv_1", "reply", "mine")
  drafts.heard(of("from the other tab again"))
  expect(drafts.text("cnv_1", "reply")).toBe("mine")
  await pause()
  drafts.heard(of(""))
  expect(drafts.text("cnv_1", "reply")).toBe("")
})

test("a draft of a lost connection is there after a reload and kept with the next connection", async () => {
  ask.mockRejectedValueOnce(new ProblemError(unreachable()))
  tab().change("cnv_1", "note", "call back")
  await pause()
  const reloaded = tab()
  expect(reloaded.text("cnv_1", "note")).toBe("call back")
  reloaded.connected()
  await pause()
  expect(ask).toHaveBeenCalledTimes(2)
  expect(kept.size).toBe(0)
})

test("a draft the server refuses is not tried for ever", async () => {
  const gone = { type: "/", code: "unknown_conversation", title: "Gone", status: 404, detail: "gone" }
  ask.mockRejectedValueOnce(new ProblemError(gone))
  tab().change("cnv_1", "note", "too late")
  await pause()
  expect(kept.size).toBe(0)
})
