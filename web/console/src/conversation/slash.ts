// Slash commands: what is typed becomes a message, a command, or a refusal that names the nearest ones.
// A message that begins with `/` is never sent by mistake; `//` sends a literal slash.

import type { Action, AllowedAction } from "@baton/protocol"

export type CommandName =
  | "transfer"
  | "warm"
  | "cancel"
  | "recall"
  | "complete"
  | "handback"
  | "leave"
  | "escalate"
  | "return"
  | "assist"
  | "observe"
  | "whisper"
  | "join"
  | "takeover"
  | "note"
  | "park"
  | "wake"
  | "priority"
  | "close"
  | "help"

export interface SlashCommand {
  name: CommandName
  /** What may follow, as shown: `[target]`. */
  argument?: string
  does: string
  /** The action of the conversation that must be allowed. */
  action?: Action
}

export const COMMANDS: readonly SlashCommand[] = [
  { name: "transfer", argument: "[target]", does: "Hand over to an agent or a queue", action: "transfer" },
  { name: "warm", argument: "[target]", does: "Introduce somebody, then hand over", action: "transfer" },
  { name: "complete", does: "Complete the transfer, or take over", action: "complete_transfer" },
  { name: "handback", does: "Give it back during the introduction", action: "hand_back" },
  { name: "cancel", does: "Cancel the transfer", action: "cancel_transfer" },
  { name: "recall", does: "Take a sent conversation back", action: "recall_transfer" },
  {
    name: "escalate",
    argument: "[target] [note]",
    does: "Hand over up a tier, or to another department",
    action: "escalate",
  },
  { name: "return", argument: "[note]", does: "Give it back to whoever had it before", action: "return" },
  { name: "assist", argument: "[note]", does: "Raise a hand for a supervisor", action: "raise_hand" },
  { name: "observe", does: "Look on, unseen by the visitor", action: "observe" },
  { name: "whisper", does: "Help the owner, unseen by the visitor", action: "whisper" },
  { name: "join", does: "Join; the visitor sees it", action: "join" },
  { name: "takeover", does: "Take it over", action: "take_over" },
  { name: "note", argument: "text", does: "Write for staff only", action: "note" },
  { name: "park", does: "Put it aside without using room", action: "park" },
  { name: "wake", does: "Take it up again", action: "wake" },
  { name: "priority", argument: "0–9", does: "9 is served first", action: "set_priority" },
  { name: "leave", does: "Leave; the others stay", action: "leave" },
  { name: "close", does: "End it for everybody", action: "close" },
  { name: "help", does: "Keyboard and commands" },
]

export type Typed =
  | { kind: "text"; text: string }
  | { kind: "command"; command: SlashCommand; rest: string }
  | { kind: "unknown"; word: string; nearest: CommandName[] }

export function parse(typed: string): Typed {
  // The server takes the first of the two away.
  if (typed.startsWith("//")) return { kind: "text", text: typed }
  if (!typed.startsWith("/")) return { kind: "text", text: typed }
  const [, word = "", rest = ""] = /^\/(\S*)\s*([\s\S]*)$/.exec(typed) ?? []
  const command = COMMANDS.find(one => one.name === word.toLowerCase())
  if (command) return { kind: "command", command, rest: rest.trim() }
  return { kind: "unknown", word, nearest: nearest(word.toLowerCase()) }
}

export interface Completion extends SlashCommand {
  /** Why not at this moment, in words. */
  off?: string
}

/** What completes a word being typed; empty once an argument has begun. */
export function completions(typed: string, actions: readonly AllowedAction[]): Completion[] {
  const [, word] = /^\/(\w*)$/.exec(typed) ?? []
  if (word === undefined) return []
  return COMMANDS.filter(command => command.name.startsWith(word.toLowerCase())).flatMap(command => {
    if (!command.action) return [command]
    const allowed = actions.find(one => one.action === command.action)
    if (!allowed) return []
    return [allowed.off ? { ...command, off: allowed.off.text } : command]
  })
}

/** At most three names, the fewest changes away; those that begin alike first. */
function nearest(word: string): CommandName[] {
  const scored = COMMANDS.map(({ name }) => {
    const alike = word !== "" && (name.startsWith(word) || word.startsWith(name))
    return { name, score: alike ? 0 : distance(word, name) }
  })
  const close = scored.filter(({ score, name }) => score <= Math.max(2, name.length / 2))
  const best = (close.length > 0 ? close : scored.filter(({ name }) => name === "help")).sort(
    (a, b) => a.score - b.score,
  )
  return best.slice(0, 3).map(({ name }) => name)
}

/** Levenshtein: insertions, deletions and replacements. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
