// The chat moves into a window of its own. A frame's storage may be kept apart from the page's (browsers partition
// it), so the new window asks the frame that opened it for the visitor's token; it never stands in an address.

import type { Keeper, Memory } from "./memory.ts"

type Message = { baton: "asks" } | { baton: "memory"; memory: Memory | undefined }

const FRAGMENT = "#from-frame"
/** The frame may be gone; then the page begins with what it has itself. */
const PATIENCE_MS = 1_000

/** Opens the full page beside; false where the browser does not let it. */
export function popOut(workspace: string, keeper: Keeper): boolean {
  const address = `/visit/${encodeURIComponent(workspace)}${location.search}${FRAGMENT}`
  const page = window.open(address, `baton-${workspace}`, "popup,width=440,height=720")
  if (!page) return false
  addEventListener("message", (event: MessageEvent<Message>) => {
    if (event.origin !== location.origin || event.source !== page || event.data.baton !== "asks") return
    page.postMessage({ baton: "memory", memory: keeper.memory } satisfies Message, location.origin)
  })
  return true
}

/** In the new window: waits for what the frame knows, and takes it over. */
export async function receiveMemory(keeper: Keeper): Promise<void> {
  const opener: Window | null = window.opener
  if (location.hash !== FRAGMENT || !opener) return
  history.replaceState(null, "", location.pathname + location.search)
  await new Promise<void>(resolve => {
    const timer = setTimeout(resolve, PATIENCE_MS)
    addEventListener("message", (event: MessageEvent<Message>) => {
      if (event.origin !== location.origin || event.source !== opener) return
      if (event.data.baton !== "memory") return
      if (event.data.memory) keeper.adopt(event.data.memory)
      clearTimeout(timer)
      resolve()
    })
    opener.postMessage({ baton: "asks" } satisfies Message, location.origin)
  })
}
