// Written commands as the field sees them: which they are and what they mean, the server knows. A line that begins
// with `/` is never sent as a message; `//` sends a literal slash.

import type { LineCompletion } from "@baton/protocol"

export type Typed =
  | { kind: "text"; text: string }
  | { kind: "line"; word: string; rest: string; line: string }

/** A message, or a command and what follows it. */
export function parse(typed: string): Typed {
  // The server takes the first of two slashes away.
  if (typed.startsWith("//") || !typed.startsWith("/")) return { kind: "text", text: typed }
  const [, word = "", rest = ""] = /^\/(\S*)\s*([\s\S]*)$/.exec(typed) ?? []
  return { kind: "line", word: word.toLowerCase(), rest: rest.trim(), line: typed }
}

/** Whether Enter takes what is chosen. A command that is whole, or has its argument begun, is sent as it stands; the
 *  words of a canned reply are not to be sent by the same key that names it. */
export function takesChoice(typed: string, chosen: LineCompletion, moved: boolean): boolean {
  const named = chosen.text !== undefined || chosen.line.trimEnd() !== typed
  return moved || (!/\s/.test(typed) && named)
}

/** Ends there: nothing more may follow. */
export function isWhole(completion: LineCompletion): boolean {
  return !completion.line.endsWith(" ")
}

/** Those of an earlier line that go on from this one. */
export function narrowed(completions: readonly LineCompletion[], typed: string): LineCompletion[] {
  return completions.filter(({ line }) => line.toLowerCase().startsWith(typed.toLowerCase()))
}
