// The transcript of a conversation that is only read, beginning at the line that was looked for.

import type { StaffLine } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { useLayoutEffect, useMemo, useRef } from "react"
import { RowView } from "../conversation/row-view.tsx"
import { rowsOf } from "../conversation/rows.ts"
import { TranscriptRows, useDrawnRows } from "../conversation/transcript-rows.tsx"
import { Message } from "../ui/message.tsx"
import { rowAt } from "./row-at.ts"

interface PastTranscriptProps {
  lines: readonly StaffLine[]
  at: number | undefined
  /** What its visitor is called, where that is known. */
  visitor: string | undefined
}

export function PastTranscript({ lines, at, visitor }: PastTranscriptProps) {
  const rows = useMemo(() => rowsOf(lines), [lines])
  const drawn = useDrawnRows(rows, useRef<HTMLDivElement>(null))
  const { virtual } = drawn
  const sought = at === undefined ? -1 : rowAt(rows, at)
  useLayoutEffect(() => {
    if (sought >= 0) virtual.scrollToIndex(sought, { align: "center" })
  }, [sought, virtual])

  if (rows.length === 0) return <Message title={t`Nothing was written`} />
  return (
    <TranscriptRows drawn={drawn} sought={sought}>
      {row => <RowView row={row} visitor={visitor} />}
    </TranscriptRows>
  )
}
