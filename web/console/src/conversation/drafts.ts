// The draft of one channel, as the composer reads and changes it. Where drafts are kept: `desk/drafts.ts`.

import type { DraftChannel } from "@baton/protocol"
import { useCallback, useSyncExternalStore } from "react"
import { useDeskContext } from "../desk/desk-context.tsx"

export type Mode = "reply" | "note"

export function useDraft(conversation: string, channel: DraftChannel): [string, (text: string) => void] {
  const { drafts } = useDeskContext()
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.text(conversation, channel))
  const change = useCallback(
    (next: string) => drafts.change(conversation, channel, next),
    [drafts, conversation, channel],
  )
  return [text, change]
}
