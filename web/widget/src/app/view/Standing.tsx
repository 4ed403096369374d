// Where the visitor stands: waiting and since when, asked to choose, or at the end. Read out politely.

import { useEffect, useRef, useState } from "preact/hooks"
import type { Chat, Conversation } from "../chat.ts"
import { t } from "../texts.ts"

/** The wait is told in minutes; this often is soon enough. */
const REDRAW_MS = 15_000

export function Standing({ conversation, chat }: { conversation: Conversation | undefined; chat: Chat }) {
  return (
    <div class="standing" role="status">
      {conversation?.status === "closed" && <Closed chat={chat} />}
      {conversation?.status === "waiting" &&
        (conversation.choice_asked ? <Choice chat={chat} /> : <Waiting conversation={conversation} />)}
    </div>
  )
}

function Waiting({ conversation }: { conversation: Conversation }) {
  const since = conversation.waiting_since_ms
  useRedraw(since)
  return (
    <section class="card">
      <h2>{conversation.queue ? t.waitingFor(conversation.queue) : t.waitingTitle}</h2>
      {since != null && <p aria-live="off">{t.waitingSince(since)}</p>}
      <p>{t.waitingNext}</p>
    </section>
  )
}

function useRedraw(since: unknown): void {
  const [, redraw] = useState(0)
  useEffect(() => {
    if (since == null) return
    const timer = setInterval(() => redraw(count => count + 1), REDRAW_MS)
    return () => clearInterval(timer)
  }, [since])
}

function Choice({ chat }: { chat: Chat }) {
  const [leaving, setLeaving] = useState(false)
  const [problem, setProblem] = useState("")
  const text = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (leaving) text.current?.focus()
  }, [leaving])
  const tell = (done: Promise<void>) =>
    done.then(
      () => setProblem(""),
      (error: Error) => setProblem(error.message),
    )
  const leave = () => {
    const message = text.current?.value.trim()
    if (message) void tell(chat.leaveMessage(message))
    else text.current?.focus()
  }
  return (
    <section class="card asks">
      <h2>{t.choiceTitle}</h2>
      {leaving ? (
        <>
          <label for="leave">{t.yourMessage}</label>
          <textarea id="leave" ref={text} rows={4} dir="auto" />
          <div class="buttons">
            <button type="button" onClick={() => setLeaving(false)}>
              {t.back}
            </button>
            <button type="button" class="main" onClick={leave}>
              {t.sendAndEnd}
            </button>
          </div>
        </>
      ) : (
        <>
          <p>{t.choiceText}</p>
          <div class="buttons">
            <button type="button" onClick={() => setLeaving(true)}>
              {t.leaveMessage}
            </button>
            <button type="button" class="main" onClick={() => void tell(chat.keepWaiting())}>
              {t.keepWaiting}
            </button>
          </div>
        </>
      )}
      {problem && <p class="error">{problem}</p>}
    </section>
  )
}

function Closed({ chat }: { chat: Chat }) {
  return (
    <section class="card">
      <h2>{t.closedTitle}</h2>
      <p>{t.closedText}</p>
      <div class="buttons">
        <button type="button" class="main" onClick={() => chat.startAgain()}>
          {t.startAgain}
        </button>
      </div>
    </section>
  )
}
