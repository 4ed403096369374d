// What happened, for those who are not looking: the page's title, a sound, the launcher of the page around, and
// what that page asked to be told.

import { type Chat, number, type State } from "./chat.ts"
import type { Host } from "./host.ts"
import { t } from "./texts/index.ts"

export function watchNews(chat: Chat, host: Host | undefined, title: string): void {
  let shown = !host
  /** The last line that was in sight. */
  let seen: number | undefined
  /** The last line that was told of. */
  let told: number | undefined
  let open: string | undefined
  const update = () => {
    const { lines, loading, conversation } = chat.state
    const last = lines.at(-1)?.sequence ?? 0
    const looking = shown && !document.hidden
    if (!loading && seen === undefined) seen = seenBefore(chat.state) ?? last
    if (!loading && looking) {
      seen = last
      chat.haveRead()
    }
    const after = (sequence: number | undefined) =>
      lines.flatMap(line =>
        line.kind === "message" && line.author.type === "agent" && line.sequence > (sequence ?? last)
          ? [line.author.name]
          : [],
      )
    const unread = after(seen).length
    document.title = unread > 0 ? t.unreadTitle(unread, title) : title

    const from = after(told)
    if (!loading) told = last
    for (const agent of from) host?.say({ baton: "event", name: "message", detail: { agent } })
    if (from.length > 0 && !looking) import("./sound.ts").then(({ chime }) => chime())

    const now = conversation && conversation.status !== "closed" ? conversation.id : undefined
    if (now !== open) {
      if (open) host?.say({ baton: "event", name: "ended", detail: { conversation: open } })
      if (now) host?.say({ baton: "event", name: "conversation", detail: { conversation: now } })
      open = now
    }
    host?.say({ baton: "state", unread, talking: now !== undefined })
  }
  chat.subscribe(update)
  document.addEventListener("visibilitychange", update)
  host?.onMessage(({ baton }) => {
    if (baton !== "shown" && baton !== "hidden") return
    shown = baton === "shown"
    update()
  })
  update()
}

/** The last line that this visitor saw on another page or device. */
function seenBefore({ lines, read }: State): number | undefined {
  const { here } = read
  if (here === undefined) return undefined
  return lines.findLast(line => line.kind === "message" && number(line.message) <= here)?.sequence
}
