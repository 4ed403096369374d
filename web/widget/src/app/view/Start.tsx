// Before the first message: what happens next. What the workspace asks stands in Questions.tsx.

import type { Welcome } from "@baton/protocol"
import type { Chat } from "../chat.ts"
import { t } from "../texts/index.ts"
import { later } from "./Later.tsx"

const Questions = later(async () => (await import("./Questions.tsx")).Questions)

export interface StartProps {
  chat: Chat
  known: Welcome
  /** Whether everything asked for is there; shows what is missing. */
  answered: { current: () => boolean }
}

export function Start({ kept, ...props }: StartProps & { kept: boolean }) {
  const { message, stages, widget } = props.known
  const asks = stages?.length || widget.ask_name !== "never" || widget.ask_email !== "never"
  return (
    <section class="start">
      {/* A workspace that suppresses its welcome says nothing here. */}
      {message && (
        <h2 lang={message.language} dir="auto">
          {message.text}
        </h2>
      )}
      <p>{kept ? t.startText : t.startTextNotKept}</p>
      {asks && <Questions {...props} />}
    </section>
  )
}
