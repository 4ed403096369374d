// Before the first message: what happens next, and what a visitor may tell about themselves.

import type { Welcome } from "@baton/protocol"
import type { Chat } from "../chat.ts"
import { t } from "../texts.ts"

export function Start(props: { chat: Chat; kept: boolean; welcome: Welcome | undefined }) {
  const { chat, kept, welcome } = props
  // A workspace that suppresses its welcome says nothing here.
  const words = welcome ? welcome.message?.text : t.startTitle
  const tell = (attribute: string) => (event: InputEvent) => {
    const { value } = event.currentTarget as HTMLInputElement
    const { [attribute]: _, ...others } = chat.attributes
    chat.attributes = value.trim() ? { ...others, [attribute]: value.trim() } : others
  }
  return (
    <section class="start">
      {words && <h2 dir="auto">{words}</h2>}
      <p>{kept ? t.startText : t.startTextNotKept}</p>
      <details>
        <summary>{t.details}</summary>
        <label>
          {t.name}
          <input name="name" autocomplete="name" dir="auto" maxLength={200} onInput={tell("name")} />
        </label>
        <label>
          {t.email}
          <input name="email" type="email" autocomplete="email" maxLength={200} onInput={tell("email")} />
        </label>
      </details>
    </section>
  )
}
