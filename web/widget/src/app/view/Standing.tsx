// Where the visitor stands: waiting and since when, asked to choose or to leave a message, or at the end. Read
// out politely.

import { useEffect, useState } from "preact/hooks"
import type { Chat, Conversation, State } from "../chat.ts"
import { t } from "../texts/index.ts"
import { later } from "./Later.tsx"

const LeaveMessage = later(async () => (await import("./LeaveMessage.tsx")).LeaveMessage)
const Closed = later(async () => (await import("./Closed.tsx")).Closed)

/** The wait is told in minutes; this often is soon enough. */
const REDRAW_MS = 15_000

export function Standing({ state, chat }: { state: State; chat: Chat }) {
  const { conversation } = state
  const waits = conversation?.status === "waiting"
  const asks =
    waits && (conversation.choice_asked || conversation.out_of_hours || conversation.message_until_ms)
  return (
    <div class="standing" role="status" aria-atomic={false}>
      {conversation?.observed && <p class="observed">{t.observed}</p>}
      {conversation?.status === "closed" && <Closed key={conversation.id} state={state} chat={chat} />}
      {asks ? (
        <LeaveMessage conversation={conversation} chat={chat} />
      ) : (
        waits && <Waiting conversation={conversation} />
      )}
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
      {since != null && (
        <p aria-live="off">{t.waitingSince(since, Math.floor((Date.now() - since) / 60_000))}</p>
      )}
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
