// The line to the loader on the customer's page, when the widget stands in its frame. Both ends name the
// origin they talk to and check the one that talks to them. The loader's end is src/loader/loader.ts.

export type ToHost =
  | { baton: "close" }
  /** What the launcher's badge shows, and whether a conversation is worth loading again. */
  | { baton: "state"; unread: number; talking: boolean }

export type FromHost = { baton: "shown" } | { baton: "hidden" }

export interface Host {
  say(message: ToHost): void
  /** Tells whether the frame is to be seen; what it returns ends that. */
  onShown(listener: (shown: boolean) => void): () => void
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
    onShown: listener => {
      const onMessage = (event: MessageEvent<FromHost>) => {
        if (event.origin !== origin || event.source !== window.parent) return
        const { baton } = event.data
        if (baton === "shown" || baton === "hidden") listener(baton === "shown")
      }
      addEventListener("message", onMessage)
      return () => removeEventListener("message", onMessage)
    },
    page: fragment.get("page") ?? undefined,
  }
}
