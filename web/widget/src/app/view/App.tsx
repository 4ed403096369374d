// The whole of the widget: who is there, the news, the messages, the place to write.

import type { Welcome } from "@baton/protocol"
import { useEffect, useRef, useState } from "preact/hooks"
import type { Chat, State } from "../chat.ts"
import type { Host } from "../host.ts"
import type { Keeper } from "../memory.ts"
import { Banner } from "./Banner.tsx"
import { Composer } from "./Composer.tsx"
import { Header } from "./Header.tsx"
import { Log } from "./Log.tsx"
import { Standing } from "./Standing.tsx"
import { Start } from "./Start.tsx"

export function App(props: { chat: Chat; host: Host | undefined; known: Welcome; keeper: Keeper }) {
  const { chat, host, known, keeper } = props
  const state = useChat(chat)
  const { conversation, loading, sendings } = state
  const open = conversation !== undefined && conversation.status !== "closed"
  const starting = !conversation && !loading && sendings.length === 0
  const answered = useRef(() => true)
  useEscape(host)
  return (
    <main class="chat">
      <Header conversation={conversation} chat={chat} host={host} known={known} keeper={keeper} />
      <Banner link={state.link} />
      <Standing state={state} chat={chat} />
      {starting && <Start chat={chat} kept={keeper.lasting} known={known} answered={answered} />}
      {!(starting && state.lines.length === 0) && <Log state={state} chat={chat} />}
      {/* Out of hours there is one thing to write: the message that is left. */}
      {(open || !conversation) && !conversation?.out_of_hours && (
        <Composer chat={chat} host={host} ready={() => !starting || answered.current()} />
      )}
    </main>
  )
}

function useChat(chat: Chat): State {
  const [state, setState] = useState(chat.state)
  useEffect(() => chat.subscribe(() => setState(chat.state)), [chat])
  return state
}

/** Escape closes the window on the page around, unless something on it takes the key first. */
function useEscape(host: Host | undefined): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return
      host?.say({ baton: "close" })
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  }, [host])
}
