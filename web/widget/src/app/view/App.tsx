// The whole of the widget: who is there, the news, the messages, the place to write.

import { useEffect, useState } from "preact/hooks"
import type { Chat, State } from "../chat.ts"
import type { Host } from "../host.ts"
import { Banner } from "./Banner.tsx"
import { Composer } from "./Composer.tsx"
import { Header } from "./Header.tsx"
import { Log } from "./Log.tsx"
import { Standing } from "./Standing.tsx"
import { Start } from "./Start.tsx"

export function App({ chat, host, kept }: { chat: Chat; host: Host | undefined; kept: boolean }) {
  const state = useChat(chat)
  const { conversation, loading, sendings } = state
  const open = conversation !== undefined && conversation.status !== "closed"
  const starting = !conversation && !loading && sendings.length === 0
  useEscape(host)
  return (
    <main class="chat">
      <Header conversation={conversation} chat={chat} host={host} title={state.welcome?.widget.title} />
      <Banner link={state.link} />
      <Standing conversation={conversation} chat={chat} />
      {starting && <Start chat={chat} kept={kept} welcome={state.welcome} />}
      <Log state={state} chat={chat} />
      {(open || !conversation) && <Composer chat={chat} host={host} />}
    </main>
  )
}

function useChat(chat: Chat): State {
  const [state, setState] = useState(chat.state)
  useEffect(() => chat.subscribe(() => setState(chat.state)), [chat])
  return state
}

/** Escape closes the window on the page around, unless a dialog takes it. */
function useEscape(host: Host | undefined): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !document.querySelector("dialog[open]")) host?.say({ baton: "close" })
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  }, [host])
}
