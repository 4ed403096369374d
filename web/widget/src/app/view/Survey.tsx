// How it was: five words to choose from, and room for more.

import type { VisitorConversation } from "@baton/protocol"
import { useRef, useState } from "preact/hooks"
import type { Chat } from "../chat.ts"
import { t } from "../texts/index.ts"

export function Survey({ survey, chat }: { survey: NonNullable<VisitorConversation["survey"]>; chat: Chat }) {
  const [problem, setProblem] = useState("")
  const form = useRef<HTMLFormElement>(null)
  if (survey.rating != null) return <p class="thanks">{t.surveyThanks}</p>

  const send = (event: Event) => {
    event.preventDefault()
    const answers = new FormData(form.current ?? undefined)
    const rating = Number(answers.get("rating"))
    if (rating) {
      chat.rate(rating, String(answers.get("comment")).trim()).then(
        () => setProblem(""),
        (error: Error) => setProblem(error.message),
      )
    } else {
      setProblem(t.surveyMissing)
      form.current?.querySelector("input")?.focus()
    }
  }
  return (
    <form class="survey" ref={form} onSubmit={send}>
      <fieldset aria-describedby="survey-problem">
        <legend>{t.surveyTitle}</legend>
        {t.ratings.map((words, index) => (
          <label key={words}>
            <input type="radio" name="rating" value={index + 1} />
            <span>
              <b>{index + 1}</b> {words}
            </span>
          </label>
        ))}
      </fieldset>
      <label for="comment">{t.comment}</label>
      <textarea id="comment" name="comment" rows={2} dir="auto" maxLength={8_000} />
      <p id="survey-problem" class="error" role="alert">
        {problem}
      </p>
      <button type="submit" class="main">
        {t.sendSurvey}
      </button>
    </form>
  )
}
