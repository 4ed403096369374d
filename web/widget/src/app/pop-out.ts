// The chat moves into a window of its own. A frame's storage may be kept apart from the page's (browsers partition
// it), so the new window asks the frame that opened it for the visitor's token; it never stands in an address.

import type { Keeper, Memory } from "./memory.ts"

type Message = { baton: "asks" } | { baton: "memory"; memory: Memory | undefined }

const FRAGMENT = "#from-frame"
/**
 * A frame that was taken out of its page cannot say so, and the page around one that is busy lets it answer late: long
 * enough for the second, short enough for whoever stands before the first.
 */
const PATIENCE_MS = 3_000

/** Opens the full page beside; false where the browser does not let it. */
export function popOut(workspace: string, keeper: Keeper): boolean {
  const address = `/visit/${encodeURIComponent(workspace)}${location.search}${FRAGMENT}`
  const page = window.open(address, `baton-${workspace}`, "popup,width=440,height=720")
  if (!page) return false
  const asked = new AbortController()
  const onMessage = (event: MessageEvent<Message>) => {
    if (event.origin !== location.origin || event.source !== page || event.data.baton !== "asks") return
    asked.abort()
    page.postMessage({ baton: "memory", memory: keeper.memory } satisfies Message, location.origin)
  }
  addEventListener("message", onMessage, { signal: asked.signal })
  return true
}

/**
 * In the new window: takes over what the frame knows. An answer after the wait is not taken any more: the chat has begun
 * with what this page had itself, and would be somebody else's half-way.
 */
export async function receiveMemory(keeper: Keeper): Promise<void> {
  const opener: Window | null = window.opener
  if (location.hash !== FRAGMENT || !opener) return
  history.replaceState(null, "", location.pathname + location.search)
  if (opener.closed) return
  const waiting = new AbortController()
  const over = new Promise(resolve => waiting.signal.addEventListener("abort", resolve))
  const onMessage = (event: MessageEvent<Message>) => {
    if (event.origin !== location.origin || event.source !== opener) return
    if (event.data.baton !== "memory") return
    if (event.data.memory) keeper.adopt(event.data.memory)
    waiting.abort()
  }
  addEventListener("message", onMessage, { signal: waiting.signal })
  opener.postMessage({ baton: "asks" } satisfies Message, location.origin)
  const timer = setTimeout(() => waiting.abort(), PATIENCE_MS)
  await over
  clearTimeout(timer)
}
