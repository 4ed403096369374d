// What a page remembers of its visitor, and what it does where storage is blocked.

import { beforeEach, describe, expect, test, vi } from "vitest"
import { Keeper } from "./memory.ts"

function storage(content: Record<string, string> = {}): Storage {
  const held = new Map(Object.entries(content))
  return {
    getItem: key => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: key => void held.delete(key),
    clear: () => held.clear(),
    key: () => null,
    length: 0,
  }
}

describe("Keeper", () => {
  beforeEach(() => {
    vi.stubGlobal("localStorage", storage())
    return () => vi.unstubAllGlobals()
  })

  test("a_reload_finds_token_and_conversations", () => {
    const keeper = new Keeper("demo")
    keeper.keepToken("bvt_1")
    keeper.keepConversation("cnv_1")
    expect(new Keeper("demo").memory).toEqual({ token: "bvt_1", conversations: ["cnv_1"] })
  })

  test("workspaces_do_not_share_a_visitor", () => {
    new Keeper("demo").keepToken("bvt_1")
    expect(new Keeper("other").memory).toBeUndefined()
  })

  test("the_oldest_conversation_is_forgotten_first", () => {
    const keeper = new Keeper("demo")
    keeper.keepToken("bvt_1")
    for (const id of ["cnv_1", "cnv_2", "cnv_2", "cnv_3", "cnv_4"]) keeper.keepConversation(id)
    expect(keeper.memory?.conversations).toEqual(["cnv_2", "cnv_3", "cnv_4"])
  })

  test("what_somebody_else_wrote_there_counts_as_nothing", () => {
    vi.stubGlobal("localStorage", storage({ "baton.visitor.demo": '{"token":7}' }))
    expect(new Keeper("demo").memory).toBeUndefined()
  })

  test("forbidden_storage_keeps_the_memory_as_long_as_the_page", () => {
    vi.stubGlobal("localStorage", undefined)
    const keeper = new Keeper("demo")
    expect(keeper.lasting).toBe(false)
    keeper.keepToken("bvt_1")
    expect(keeper.memory?.token).toBe("bvt_1")
  })
})
