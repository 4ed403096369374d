// The transcript as a list: merged by sequence, whatever way and however often a line arrives, and grouped
// for the eye.

import type { VisitorLine } from "@baton/protocol"

export type Line = VisitorLine
export type Message = Extract<Line, { kind: "message" }>
export type Notice = Extract<Line, { kind: "notice" }>

/** Messages of one author closer together than this share a name and a time. */
const GROUP_GAP_MS = 5 * 60_000

/** Puts lines in journal order; a line seen twice counts once. */
export function merge(lines: readonly Line[], more: readonly Line[]): readonly Line[] {
  if (more.length === 0) return lines
  const bySequence = new Map([...lines, ...more].map(line => [line.sequence, line]))
  return [...bySequence.values()].sort((a, b) => a.sequence - b.sequence)
}

/** Where a transcript has to be asked for again: behind the last line held of that conversation. */
export function lastSequence(lines: readonly Line[], conversation: string): number {
  return lines.findLast(line => line.conversation === conversation)?.sequence ?? 0
}

export type Block =
  | { kind: "group"; key: number; from: string | undefined; messages: Entry[] }
  | { kind: "notice"; key: number; notice: Notice; before: string | undefined }
  | { kind: "divider"; key: number }

/** One bubble. */
export type Entry = Pick<Line, "sequence" | "at_ms"> &
  Pick<Message, "text" | "files" | "erased"> & { message?: string }

/**
 * Neighbouring messages of one author become a group (`from` is the agent, none for the visitor); a divider
 * stands between conversations. A notice knows whom the conversation was with `before`, for the picture of
 * the hand-over. A greeting is a message of the agent who gives it.
 */
export function blocks(lines: readonly Line[]): Block[] {
  const result: Block[] = []
  let previous: Line | undefined
  let agent: string | undefined
  for (const line of lines) {
    const key = line.sequence
    if (previous && previous.conversation !== line.conversation) {
      result.push({ kind: "divider", key: -key })
      agent = undefined
    }
    if (line.kind === "notice" && line.code !== "greeting") {
      result.push({ kind: "notice", key, notice: line, before: agent })
      if (OWNER_NOTICES.has(line.code)) agent = line.agent ?? undefined
    } else {
      const from = line.kind === "notice" ? (line.agent ?? "") : authorName(line)
      const entry: Entry = {
        sequence: key,
        at_ms: line.at_ms,
        text: line.text,
        files: "files" in line ? line.files : [],
        ...("message" in line && { message: line.message, erased: line.erased }),
      }
      const last = result.at(-1)
      const near = line.at_ms - (previous?.at_ms ?? 0) < GROUP_GAP_MS
      if (last?.kind === "group" && last.from === from && near) last.messages.push(entry)
      else result.push({ kind: "group", key, from, messages: [entry] })
    }
    previous = line
  }
  return result
}

/** Those that name who is responsible from then on. */
const OWNER_NOTICES: ReadonlySet<string> = new Set([
  "agent_joined",
  "handed_over",
  "transfer_returned",
  "agent_back",
])

function authorName(message: Message): string | undefined {
  return message.author.type === "agent" ? message.author.name : undefined
}
