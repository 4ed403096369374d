// Where a line of the journal stands among the rows of a transcript.

import type { Row } from "../conversation/rows.ts"

/** The row that shows it, or that it is part of; -1 if there is none. */
export function rowAt(rows: readonly Row[], sequence: number): number {
  return rows.findLastIndex(row => {
    const first = firstOf(row)
    return first !== undefined && first <= sequence
  })
}

function firstOf(row: Row): number | undefined {
  switch (row.kind) {
    case "message":
    case "handover":
      return row.line.sequence
    case "steps":
      return row.lines[0]?.sequence
    case "day":
    case "pending":
      return undefined
  }
}
