// The line to the loader on the customer's page, when the widget stands in its frame. Both ends name the
// origin they talk to and check the one that talks to them. The loader's end is src/loader/loader.ts.

import type { BatonEvents, BatonIdentity } from "../../public/baton.d.ts"

export type ToHost =
  /** The frame listens from here on. */
  | { baton: "ready" }
  | { baton: "close" }
  /** What the launcher's badge shows, and whether a conversation is worth loading again. */
  | { baton: "state"; unread: number; talking: boolean }
  | { [E in keyof BatonEvents]: { baton: "event"; name: E; detail: BatonEvents[E] } }[keyof BatonEvents]

export type FromHost =
  | { baton: "shown" }
  | { baton: "hidden" }
  | { baton: "identify"; identity: Pick<BatonIdentity, "id" | "hash"> }
  | { baton: "attributes"; attributes: Record<string, string | null> }
  | { baton: "forget" }

export interface Host {
  say(message: ToHost): void
  /** What it returns ends that. */
  onMessage(listener: (message: FromHost) => void): () => void
  /** The address of the page around. */
  page: string | undefined
}

/** None on the full page. The loader writes its origin and page into the fragment of the frame's address. */
export function findHost(): Host | undefined {
  const fragment = new URLSearchParams(location.hash.slice(1))
  const origin = fragment.get("host")
  if (window.parent === window || !origin) return undefined
  return {
    say: message => window.parent.postMessage(message, origin),
    onMessage: listener => {
      const onMessage = (event: MessageEvent<FromHost>) => {
        if (event.origin === origin && event.source === window.parent) listener(event.data)
      }
      addEventListener("message", onMessage)
      return () => removeEventListener("message", onMessage)
    },
    page: fragment.get("page") ?? undefined,
  }
}
