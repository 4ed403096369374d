// Where the visitor stands: waiting and since when, asked to choose, or at the end. Read out politely.

import { useEffect, useRef, useState } from "preact/hooks"
import type { Chat, Choice, Conversation } from "../chat.ts"
import { t } from "../texts.ts"

/** The wait is told in minutes; this often is soon enough. */
const REDRAW_MS = 15_000

export function Standing({ conversation, chat }: { conversation: Conversation | undefined; chat: Chat }) {
  return (
    <div class="standing" role="status">
      {conversation?.status === "closed" && <Closed chat={chat} />}
      {conversation?.status === "waiting" &&
        (conversation.choice_asked ? <Question chat={chat} /> : <Waiting conversation={conversation} />)}
    </div>
  )
}

function Waiting({ conversation }: { conversation: Conversation }) {
  const since = conversation.waiting_since_ms
  useRedraw(since)
  return (
    <section class="card">
      <h2>{conversation.queue ? t.waitingFor(conversation.queue) : t.waitingTitle}</h2>
      <div class="live">
        {conversation.live?.map(({ code, text, language }) => (
          <p key={code} lang={language} dir="auto">
            {text}
          </p>
        ))}
      </div>
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

function Question({ chat }: { chat: Chat }) {
  const [writing, setWriting] = useState(false)
  const [problem, setProblem] = useState("")
  const text = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (writing) text.current?.focus()
  }, [writing])
  const answer = (choice: Choice, message?: string) =>
    chat.choose(choice, message).then(
      () => setProblem(""),
      (error: Error) => setProblem(error.message),
    )
  const write = () => {
    setWriting(true)
    // The wait goes on meanwhile, and the server gives time for writing.
    answer("write_message")
  }
  const leave = () => {
    const message = text.current?.value.trim()
    if (message) answer("leave_message", message)
    else text.current?.focus()
  }
  return (
    <section class="card asks">
      <h2>{t.choiceTitle}</h2>
      {writing ? (
        <>
          <label for="leave">{t.yourMessage}</label>
          <textarea id="leave" ref={text} rows={4} dir="auto" />
        </>
      ) : (
        <p>{t.choiceText}</p>
      )}
      <div class="buttons">
        <button type="button" class={writing ? "main" : ""} onClick={writing ? leave : write}>
          {writing ? t.sendAndEnd : t.leaveMessage}
        </button>
        <button type="button" class={writing ? "" : "main"} onClick={() => answer("keep_waiting")}>
          {t.keepWaiting}
        </button>
      </div>
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
