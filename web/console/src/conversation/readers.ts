// Where the unread began, and who has read up to which message: what marks come to in a transcript.

import { isAfter, type Transcript } from "@baton/desk-state"
import type { StaffLine } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { useMemo, useState } from "react"
import { useConversation, useDesk } from "../desk/desk-context.tsx"
import { isUnread, useMarks } from "../desk/reading.ts"
import { visitorName } from "../words.ts"
import type { Row } from "./rows.ts"

/** Where the unread began when the conversation was opened: it stays there while one reads on. */
export function useFirstUnread(conversation: string, transcript: Transcript<StaffLine>): number | undefined {
  const me = useDesk(desk => desk.you?.agent)
  const mark = useMarks(conversation).find(one => one.reader.type === "you")?.message
  const [first, setFirst] = useState<{ sequence: number | undefined }>()
  if (!first && transcript.whole) {
    // Whoever has read nothing yet is new here, and finds everything new.
    const line = mark && transcript.lines.find(one => isUnread(one, mark, me))
    setFirst({ sequence: line ? line.sequence : undefined })
  }
  return first?.sequence
}

export interface Reader {
  name: string
  /** When they read it; not known of marks from before that was kept. */
  at_ms: number | undefined
}

/** Who has read up to which message of the staff, by its id: the last one at or before each mark. */
export function useReaders(
  conversation: string,
  lines: readonly StaffLine[],
): ReadonlyMap<string, readonly Reader[]> {
  const marks = useMarks(conversation)
  const open = useConversation(conversation)
  const visitor = open ? visitorName(open) : t`the visitor`
  return useMemo(() => {
    const found = new Map<string, Reader[]>()
    for (const { message, reader, at_ms } of marks) {
      if (reader.type === "you") continue
      const line = lines.findLast(
        one =>
          one.kind === "message" &&
          one.author.type === "agent" &&
          one.audience !== "whisper" &&
          (one.audience === "everybody" || reader.type === "agent") &&
          !(reader.type === "agent" && one.author.id === reader.id) &&
          !isAfter(one.message, message),
      )
      if (line?.kind !== "message") continue
      const name = reader.type === "agent" ? reader.name : visitor
      found.set(line.message, [...(found.get(line.message) ?? []), { name, at_ms }])
    }
    return found
  }, [marks, lines, visitor])
}

const NOBODY: readonly Reader[] = []

export const readersOf = (row: Row, readers: ReadonlyMap<string, readonly Reader[]>) =>
  (row.kind === "message" && readers.get(row.line.message)) || NOBODY
