// How far people have read: one's own marks tell what is unread, those of the others are shown in the transcript. Only
// who takes part marks anything, once somebody can see the page.

import { isAfter } from "@baton/desk-state"
import type { ReadMark, StaffLine, StaffReadMarks } from "@baton/protocol"
import { useEffect, useSyncExternalStore } from "react"
import { http } from "../session/session.ts"
import { useConnectionState, useConversation, useDesk, useDeskContext } from "./desk-context.tsx"

/** Everybody's marks of a conversation. */
export function useMarks(conversation: string): readonly ReadMark[] {
  const { marks } = useDeskContext()
  return useSyncExternalStore(marks.subscribe, () => marks.in(conversation))
}

/** The last message one has read oneself; none before the first. */
export function useOwnMark(conversation: string): string | undefined {
  return useMarks(conversation).find(mark => mark.reader.type === "you")?.message
}

/** Messages of others after a mark. */
export function unreadAfter(
  lines: readonly StaffLine[],
  mark: string | undefined,
  me: string | undefined,
): number {
  return lines.filter(line => isUnread(line, mark, me)).length
}

export function isUnread(line: StaffLine, mark: string | undefined, me: string | undefined): boolean {
  if (line.kind !== "message" || line.audience === "whisper") return false
  if (line.author.type === "agent" && line.author.id === me) return false
  return mark === undefined || isAfter(line.message, mark)
}

export function useUnreadMessages(conversation: string, lines: readonly StaffLine[]): number {
  const me = useDesk(desk => desk.you?.agent)
  return unreadAfter(lines, useOwnMark(conversation), me)
}

/** Marks what is shown as read. */
export function useMarkRead(conversation: string, lines: readonly StaffLine[]): void {
  const { base, marks } = useDeskContext()
  const me = useDesk(desk => desk.you?.agent)
  const open = useConversation(conversation)
  const { at } = useConnectionState()
  const takesPart = open?.participants.some(({ agent }) => agent.id === me) ?? false
  const mark = useOwnMark(conversation)
  const last = lines.findLast(line => isUnread(line, mark, me))
  const message = last?.kind === "message" ? last.message : undefined

  useEffect(() => {
    if (!takesPart || message === undefined || at !== "open") return
    const read = () => {
      if (document.visibilityState !== "visible") return
      marks.heard({ conversation, message, reader: { type: "you" } })
      // One that is lost comes again with the next message.
      http.ask("PUT", `${base}/conversations/${conversation}/read`, { message }).catch(() => {})
    }
    read()
    document.addEventListener("visibilitychange", read)
    return () => document.removeEventListener("visibilitychange", read)
  }, [base, marks, conversation, takesPart, message, at])
}

/** Fetches the marks of a conversation one only looks at; those of one's own come by themselves. */
export function useMarksOf(conversation: string): void {
  const { base, marks } = useDeskContext()
  const { at } = useConnectionState()
  useEffect(() => {
    if (at !== "open") return
    const abandoned = new AbortController()
    http
      .get<StaffReadMarks>(`${base}/conversations/${conversation}/read`, abandoned.signal)
      .then(found => {
        for (const mark of found.marks) marks.heard(mark)
      })
      // Without them the transcript says nothing of who has read it.
      .catch(() => {})
    return () => abandoned.abort()
  }, [base, marks, conversation, at])
}
