// At the end: what became of it, how it was, the chat to take along, another one.

import { useState } from "preact/hooks"
import type { Chat, State } from "../chat.ts"
import { t } from "../texts/index.ts"
import { download } from "./download.ts"
import { Survey } from "./Survey.tsx"

export function Closed({ state, chat }: { state: State; chat: Chat }) {
  const [problem, setProblem] = useState("")
  const { conversation, lines } = state
  const left = lines.some(
    line => line.kind === "notice" && line.code === "message_left" && line.conversation === conversation?.id,
  )
  const asks = conversation?.survey && conversation.survey.rating == null
  return (
    <section class="card">
      <h2>{left ? t.leftTitle : t.closedTitle}</h2>
      {!asks && <p>{left ? t.leftText : t.closedText}</p>}
      {conversation?.survey && <Survey survey={conversation.survey} chat={chat} />}
      <div class="buttons">
        <button type="button" class={asks ? "" : "main"} onClick={() => chat.startAgain()}>
          {t.startAgain}
        </button>
        <button
          type="button"
          onClick={() =>
            download(chat).then(
              () => setProblem(""),
              () => setProblem(t.failed),
            )
          }
        >
          {t.download}
        </button>
      </div>
      {problem && <p class="error">{problem}</p>}
    </section>
  )
}
