// A transcript as rows to draw: days, messages grouped by author, hand-overs, and the quiet steps between,
// gathered so that they do not bury what people said. Decides looks only; no rule hangs on it.

import type { Pending } from "@baton/desk-state"
import type { StaffEvent, StaffLine, StaffMessage } from "@baton/protocol"

type Common = { sequence: number; at_ms: number; conversation: string }
export type MessageLine = StaffMessage & Common & { kind: "message" }
export type EventLine = StaffEvent & Common & { kind: "event" }

export type Row =
  | { kind: "day"; key: string; at_ms: number }
  /** `first` of its group carries author and time. */
  | { kind: "message"; key: string; line: MessageLine; first: boolean }
  | { kind: "pending"; key: string; entry: Pending; first: boolean }
  /** Ownership moves, or is about to. */
  | { kind: "handover"; key: string; line: EventLine }
  /** What follows was not read when the conversation was opened. */
  | { kind: "unread"; key: string }
  /** One step is shown as it is, several fold into a line. */
  | { kind: "steps"; key: string; lines: EventLine[] }

/** A pause that makes the same author begin a new group. */
const GROUP_MS = 5 * 60_000

/** What an instant is about, the first that is in it; the rest of these in the same instant are parts of it. */
const HEADLINES: readonly StaffEvent["event"][] = [
  "transfer.completed",
  "agent.assigned",
  "escalation.started",
  "return.started",
  "transfer.started",
  "transfer.accepted",
  "transfer.turned_cold",
  "transfer.ended",
]

/** Said by the headline of their instant. */
const PARTS: ReadonlySet<StaffEvent["event"]> = new Set([
  ...HEADLINES,
  "agent.released",
  "offer.accepted",
  "guest.left",
  "wait.started",
])

/** `firstUnread` is the sequence of the line that the mark of the unread stands before. */
export function rowsOf(
  lines: readonly StaffLine[],
  pending: readonly Pending[] = [],
  firstUnread?: number,
): Row[] {
  const rows: Row[] = []
  let dayEnds = Number.NEGATIVE_INFINITY
  for (const [at, line] of lines.entries()) {
    if (line.at_ms >= dayEnds) {
      dayEnds = new Date(line.at_ms).setHours(24, 0, 0, 0)
      rows.push({ kind: "day", key: `day-${line.sequence}`, at_ms: line.at_ms })
    }
    if (line.sequence === firstUnread) rows.push({ kind: "unread", key: "unread" })
    if (line.kind === "message") {
      rows.push({ kind: "message", key: String(line.sequence), line, first: !continues(rows.at(-1), line) })
    } else {
      addEvent(rows, line, headlineOf(lines, at))
    }
  }
  for (const entry of pending) {
    const before = rows.at(-1)
    const first = !(before?.kind === "pending" && before.entry.audience === entry.audience)
    rows.push({ kind: "pending", key: entry.id, entry, first })
  }
  return rows
}

function continues(before: Row | undefined, line: MessageLine): boolean {
  if (before?.kind !== "message") return false
  const { author, audience, at_ms } = before.line
  return samePerson(author, line.author) && audience === line.audience && line.at_ms - at_ms < GROUP_MS
}

function samePerson(a: StaffMessage["author"], b: StaffMessage["author"]): boolean {
  return a.type === b.type && (a.type === "system" || b.type === "system" || a.id === b.id)
}

/** Everything one command did carries one time: the line that tells it best, if ownership is concerned. */
function headlineOf(lines: readonly StaffLine[], at: number): EventLine | undefined {
  const instant = lines[at]?.at_ms
  const ofInstant = (line: StaffLine | undefined): line is EventLine =>
    line?.kind === "event" && line.at_ms === instant
  let from = at
  while (ofInstant(lines[from - 1])) from -= 1
  let best: EventLine | undefined
  for (let next = lines[from]; ofInstant(next); next = lines[++from]) {
    if (rank(next) < rank(best)) best = next
  }
  return best
}

function rank(line: EventLine | undefined): number {
  const at = line ? HEADLINES.indexOf(line.event) : -1
  return at < 0 ? HEADLINES.length : at
}

function addEvent(rows: Row[], line: EventLine, headline: EventLine | undefined): void {
  if (line === headline) {
    rows.push({ kind: "handover", key: String(line.sequence), line })
    return
  }
  if (headline && PARTS.has(line.event)) return
  const before = rows.at(-1)
  // A note is worth reading without unfolding anything.
  const folds = before?.kind === "steps" && !before.lines.at(-1)?.note && !line.note
  if (folds) before.lines.push(line)
  else rows.push({ kind: "steps", key: String(line.sequence), lines: [line] })
}
