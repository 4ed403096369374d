// What is being written, kept on this computer per conversation: reply and note each have a draft of their own.

import { useCallback, useState } from "react"
import { useDeskContext } from "../desk/desk-context.tsx"

export type Mode = "reply" | "note"

/** The draft of a mode and how to change it; an empty one is forgotten. */
export function useDraft(conversation: string, mode: Mode): [string, (text: string) => void] {
  const { workspace } = useDeskContext()
  const key = `baton.draft.${workspace}.${conversation}.${mode}`
  const [drafts, setDrafts] = useState<Record<string, string>>({})
  const text = drafts[key] ?? localStorage.getItem(key) ?? ""
  const change = useCallback(
    (next: string) => {
      if (next === "") localStorage.removeItem(key)
      else localStorage.setItem(key, next)
      setDrafts(before => ({ ...before, [key]: next }))
    },
    [key],
  )
  return [text, change]
}
