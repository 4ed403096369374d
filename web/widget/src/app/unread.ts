// What arrived while nobody looked: in the page's title, and on the launcher of the page around.

import type { Chat } from "./chat.ts"
import type { Host } from "./host.ts"
import { t } from "./texts.ts"

export function watchUnread(chat: Chat, host: Host | undefined): void {
  let shown = !host
  let seen: number | undefined
  const update = () => {
    const { lines, loading, conversation } = chat.state
    const last = lines.at(-1)?.sequence ?? 0
    // The history a page begins with has been read before.
    if (!loading && (seen === undefined || (shown && !document.hidden))) seen = last
    const unread = lines.filter(
      line => line.kind === "message" && line.author.type === "agent" && line.sequence > (seen ?? last),
    )
    document.title = unread.length > 0 ? t.unreadTitle(unread.length) : t.title
    const talking = conversation !== undefined && conversation.status !== "closed"
    host?.say({ baton: "state", unread: unread.length, talking })
  }
  chat.subscribe(update)
  document.addEventListener("visibilitychange", update)
  host?.onShown(now => {
    shown = now
    update()
  })
  update()
}
