// Before the first message: what happens next, and what a visitor may tell about themselves.

import type { Chat } from "../chat.ts"
import { t } from "../texts.ts"

export function Start({ chat, kept }: { chat: Chat; kept: boolean }) {
  const tell = (attribute: string) => (event: InputEvent) => {
    const { value } = event.currentTarget as HTMLInputElement
    const { [attribute]: _, ...others } = chat.attributes
    chat.attributes = value.trim() ? { ...others, [attribute]: value.trim() } : others
  }
  return (
    <section class="start">
      <h2>{t.startTitle}</h2>
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
