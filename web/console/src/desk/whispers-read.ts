// How far the whispers of each conversation were read on this computer. They are read apart from the chat, whose
// marks the server keeps (`reading.ts`).

import type { StaffLine } from "@baton/protocol"
import { useCallback, useEffect, useSyncExternalStore } from "react"
import { useDesk, useDeskContext } from "./desk-context.tsx"

/** Marks of conversations long gone are dropped beyond this many. */
const MARKS_MAX = 500

type Marks = Record<string, number>

const listeners = new Set<() => void>()
const byWorkspace = new Map<string, Marks>()

function marksOf(workspace: string): Marks {
  const known = byWorkspace.get(workspace)
  if (known) return known
  const marks = JSON.parse(localStorage.getItem(key(workspace)) ?? "{}") as Marks
  byWorkspace.set(workspace, marks)
  return marks
}

function mark(workspace: string, conversation: string, sequence: number): void {
  const before = marksOf(workspace)
  if ((before[conversation] ?? 0) >= sequence) return
  const { [conversation]: _, ...others } = before
  const marks = Object.fromEntries(
    [...Object.entries(others), [conversation, sequence]].slice(-MARKS_MAX),
  ) as Marks
  byWorkspace.set(workspace, marks)
  localStorage.setItem(key(workspace), JSON.stringify(marks))
  for (const listener of listeners) listener()
}

const key = (workspace: string) => `baton.read.${workspace}`

function listen(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** Messages of others after the mark. */
export function unread(lines: readonly StaffLine[], mark: number, me: string | undefined): number {
  return lines.filter(
    line =>
      line.sequence > mark &&
      line.kind === "message" &&
      !(line.author.type === "agent" && line.author.id === me),
  ).length
}

export function useUnreadWhispers(conversation: string, lines: readonly StaffLine[]): number {
  const { workspace } = useDeskContext()
  const me = useDesk(desk => desk.you?.agent)
  const read = useSyncExternalStore(listen, () => marksOf(workspace)[conversation] ?? 0)
  return unread(lines, read, me)
}

/** Counts what is shown as read while somebody can see the page. */
export function useReadingWhispers(conversation: string, lines: readonly StaffLine[]): void {
  const { workspace } = useDeskContext()
  const last = lines.at(-1)?.sequence ?? 0
  const read = useCallback(() => {
    if (document.visibilityState === "visible") mark(workspace, conversation, last)
  }, [workspace, conversation, last])
  useEffect(() => {
    read()
    document.addEventListener("visibilitychange", read)
    return () => document.removeEventListener("visibilitychange", read)
  }, [read])
}
