// Who is with the visitor, and the ways out: ending the chat, taking it along, closing the window.

import type { Welcome } from "@baton/protocol"
import { useRef } from "preact/hooks"
import type { Chat, Conversation } from "../chat.ts"
import type { Host } from "../host.ts"
import type { Keeper } from "../memory.ts"
import { t } from "../texts/index.ts"
import { Menu } from "./Menu.tsx"
import { Avatar, Icon } from "./signs.tsx"

export function Header(props: {
  conversation: Conversation | undefined
  chat: Chat
  host: Host | undefined
  known: Welcome
  keeper: Keeper
}) {
  const { conversation, chat, host, known, keeper } = props
  const agent = conversation?.status === "active" ? conversation.agent : undefined
  return (
    <header>
      {agent && [agent, ...(conversation?.others ?? [])].map(name => <Avatar key={name} name={name} />)}
      <h1 dir="auto">{agent ? t.with(agent, conversation?.others ?? []) : known.widget.title}</h1>
      {conversation && conversation.status !== "closed" && <End chat={chat} />}
      <Menu chat={chat} host={host} workspace={known.workspace} keeper={keeper} begun={!!conversation} />
      {host && (
        <button type="button" class="quiet" aria-label={t.close} onClick={() => host.say({ baton: "close" })}>
          <Icon name="close" />
        </button>
      )}
    </header>
  )
}

function End({ chat }: { chat: Chat }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const end = () => {
    dialog.current?.close()
    // A refusal means that it has ended already, which the next frame shows.
    chat.end().catch(() => {})
  }
  return (
    <>
      <button type="button" class="quiet" onClick={() => dialog.current?.showModal()}>
        {t.end}
      </button>
      <dialog ref={dialog} aria-labelledby="end-title" aria-describedby="end-text">
        <h2 id="end-title">{t.endTitle}</h2>
        <p id="end-text">{t.endText}</p>
        <div class="buttons">
          <button type="button" onClick={() => dialog.current?.close()}>
            {t.endNo}
          </button>
          <button type="button" class="harm" onClick={end}>
            {t.endYes}
          </button>
        </div>
      </dialog>
    </>
  )
}
