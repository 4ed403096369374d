// What the workspace says and asks before the conversation, on the way that the answers take. Sending the first
// message checks it all.

import type { FormField, Welcome } from "@baton/protocol"
import { useEffect, useRef, useState } from "preact/hooks"
import { asked, fault } from "../questions.ts"
import { t } from "../texts/index.ts"
import { Field } from "./Field.tsx"
import type { StartProps } from "./Start.tsx"

export function Questions({ chat, known, answered }: StartProps) {
  const around = useRef<HTMLDivElement>(null)
  const [checked, setChecked] = useState(false)
  const [, redraw] = useState(0)
  const { texts, fields } = asked(known.stages ?? [], chat.answers)
  const about = aboutVisitor(known)
  const held = (field: FormField) => (about.includes(field) ? chat.attributes : chat.answers)
  const all = [...about, ...fields]
  const faulty = all.find(field => fault(field, held(field)[field.key]))

  const tell = (field: FormField, text: string) => {
    const { [field.key]: _, ...others } = held(field)
    const told = text ? { ...others, [field.key]: text } : others
    if (about.includes(field)) chat.attributes = told
    else chat.answers = told
    redraw(count => count + 1)
  }
  useEffect(() => {
    answered.current = () => {
      // Another way through the questions leaves answers behind that nobody asks for there.
      const keys = new Set(fields.map(({ key }) => key))
      chat.answers = Object.fromEntries(Object.entries(chat.answers).filter(([key]) => keys.has(key)))
      setChecked(true)
      if (faulty) around.current?.querySelector<HTMLElement>(`[name="${faulty.key}"]`)?.focus()
      return !faulty
    }
    return () => {
      answered.current = () => true
    }
  })
  return (
    <div ref={around}>
      {texts.map(text => (
        <p key={text} dir="auto">
          {text}
        </p>
      ))}
      {all.map(field => {
        const value = held(field)[field.key] ?? ""
        const why = checked && fault(field, value)
        return (
          <Field
            key={field.key}
            field={field}
            value={value}
            tell={text => tell(field, text)}
            problem={why ? t[why] : undefined}
          />
        )
      })}
    </div>
  )
}

/** Name and address are asked like any other question. */
function aboutVisitor({ widget }: Welcome): FormField[] {
  return (["name", "email"] as const).flatMap(key => {
    const ask = widget[`ask_${key}`]
    const kind = key === "email" ? ("email" as const) : ("text" as const)
    return ask === "never" ? [] : [{ key, label: t[key], kind, required: ask === "required" }]
  })
}
