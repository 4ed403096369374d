// One question: its label, its field, and what is wrong with the answer.

import type { FormField } from "@baton/protocol"
import type { TargetedInputEvent } from "preact"
import { t } from "../texts/index.ts"

/** What browsers know of their user. */
const AUTOCOMPLETE: Record<string, "name" | "tel" | "organization"> = {
  name: "name",
  phone: "tel",
  company: "organization",
}

export function Field(props: {
  field: FormField
  value: string
  tell: (answer: string) => void
  problem: string | undefined
}) {
  const { field, value, tell, problem } = props
  const { key, label, kind, required, options = [] } = field
  const id = `q-${key}`
  const common = {
    id,
    name: key,
    value,
    required,
    "aria-invalid": problem !== undefined,
    "aria-describedby": problem && `${id}-problem`,
    onInput: (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      tell(event.currentTarget.value),
  }
  return (
    <div class="field">
      <label for={id} dir="auto">
        {label} {!required && <small>{t.optional}</small>}
      </label>
      {kind === "choice" ? (
        <select {...common}>
          <option value="">{t.choose}</option>
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : kind === "long_text" ? (
        <textarea {...common} rows={3} dir="auto" />
      ) : kind === "email" ? (
        <input {...common} type="email" autocomplete="email" dir="auto" maxLength={200} />
      ) : (
        <input {...common} type="text" autocomplete={AUTOCOMPLETE[key]} dir="auto" maxLength={200} />
      )}
      {problem && (
        <p id={`${id}-problem`} class="error">
          {problem}
        </p>
      )}
    </div>
  )
}
