// A conversation's two channels: what everybody who takes part reads, and what a supervisor and the owner whisper.

import type { Pending } from "@baton/desk-state"
import type { StaffLine } from "@baton/protocol"

export type Channel = "chat" | "whisper"

const isWhisper = (line: StaffLine): boolean => line.kind === "message" && line.audience === "whisper"

export function inChannel(
  channel: Channel,
  lines: readonly StaffLine[],
  pending: readonly Pending[],
): [lines: StaffLine[], pending: Pending[]] {
  const whispers = channel === "whisper"
  return [
    lines.filter(line => isWhisper(line) === whispers),
    pending.filter(entry => (entry.audience === "whisper") === whispers),
  ]
}

/** Under what it is remembered how far the whispers were read. */
export const whisperMarkOf = (conversation: string): string => `${conversation}/whisper`
