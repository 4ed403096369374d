// How long a visitor has been waiting for an answer.

import type { StaffLine } from "@baton/protocol"

/** When the first message of the visitor came that nobody has answered. */
export function unansweredSince(lines: readonly StaffLine[]): number | undefined {
  let since: number | undefined
  for (const line of lines) {
    if (line.kind !== "message" || line.audience !== "everybody") continue
    since = line.author.type === "visitor" ? (since ?? line.at_ms) : undefined
  }
  return since
}
