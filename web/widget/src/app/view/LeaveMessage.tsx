// Nobody is free, or nobody is there: waiting on where that helps, or a message for the team.

import { useEffect, useRef, useState } from "preact/hooks"
import { MESSAGE_CHARS_MAX } from "../bounds.ts"
import type { Chat, Choice, Conversation } from "../chat.ts"
import { moment } from "../texts/format.ts"
import { t } from "../texts/index.ts"

export function LeaveMessage({ conversation, chat }: { conversation: Conversation; chat: Chat }) {
  const { out_of_hours, message_until_ms } = conversation
  const writing = out_of_hours !== undefined || message_until_ms !== undefined
  const [problem, setProblem] = useState("")
  /** The visitor asked for the form, and goes on in it. */
  const asked = useRef(false)
  const text = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // Where the visitor wrote there may be no box any more; who is elsewhere on the page stays there.
    const lost = document.activeElement === document.body && document.hasFocus()
    if (writing && (asked.current || lost)) text.current?.focus()
  }, [writing])

  const answer = (choice: Choice, message?: string) =>
    chat.choose(choice, message).then(
      () => setProblem(""),
      (error: Error) => setProblem(error.message),
    )
  const leave = () => {
    const message = text.current?.value.trim() ?? ""
    const over = [...message].length - MESSAGE_CHARS_MAX
    if (message && over <= 0) return answer("leave_message", message)
    setProblem(message ? t.tooLong(over) : t.missing)
    text.current?.focus()
  }
  return (
    <section class="card asks">
      <h2>{out_of_hours ? t.closedHoursTitle : t.choiceTitle}</h2>
      {out_of_hours?.opens_at_ms != null && <p>{t.opensAt(moment(out_of_hours.opens_at_ms))}</p>}
      <p>{writing ? t.leaveText : t.choiceText}</p>
      {writing && (
        <>
          <label for="leave">{t.yourMessage}</label>
          <textarea
            id="leave"
            ref={text}
            rows={3}
            dir="auto"
            aria-invalid={problem !== ""}
            aria-describedby="leave-problem"
          />
        </>
      )}
      <p id="leave-problem" class="error" role="alert">
        {problem}
      </p>
      <div class="buttons">
        {writing ? (
          <button type="button" class="main" onClick={leave}>
            {t.sendAndEnd}
          </button>
        ) : (
          <button
            type="button"
            onClick={() => {
              asked.current = true
              // The wait goes on meanwhile, and the server gives time for writing.
              answer("write_message")
            }}
          >
            {t.leaveMessage}
          </button>
        )}
        {!out_of_hours && (
          <button type="button" class={writing ? "" : "main"} onClick={() => answer("keep_waiting")}>
            {t.keepWaiting}
          </button>
        )}
      </div>
    </section>
  )
}
