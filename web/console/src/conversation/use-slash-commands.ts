// What each slash command does, the same from the field and from the palette.

import type { Conversation } from "@baton/protocol"
import { useCommands, usePost } from "../desk/commands.ts"
import type { TransferStart } from "../transfer/transfer-dialog.tsx"
import { allowed } from "./actions.tsx"
import type { SlashCommand } from "./slash.ts"

interface SlashOptions {
  conversation: Conversation
  onTransfer: (start: TransferStart) => void
  onClose: () => void
  onHelp: () => void
  /** A note without words yet: the field changes to notes. */
  onNote: () => void
}

/** Does a command; answers why not, in words, where it cannot. */
export type RunSlashCommand = (command: SlashCommand, rest: string) => Promise<string | undefined>

export function useSlashCommands({
  conversation,
  onTransfer,
  onClose,
  onHelp,
  onNote,
}: SlashOptions): RunSlashCommand {
  const { run } = useCommands()
  const post = usePost()
  const { id, actions } = conversation

  return async (command, rest) => {
    if (command.action) {
      const action = allowed(actions, command.action)
      if (!action) return `/${command.name} does not apply to this conversation.`
      if (action.off) return action.off.text
    }
    const ask = async (type: Parameters<typeof run>[0]) => void (await run(type))
    switch (command.name) {
      case "transfer":
      case "warm":
        return void onTransfer({ mode: command.name === "warm" ? "warm" : "cold", search: rest })
      case "complete":
        return ask({ type: "complete_transfer", conversation: id })
      case "handback":
        return ask({ type: "hand_back", conversation: id })
      case "cancel":
        return ask({ type: "cancel_transfer", conversation: id })
      case "recall":
        return ask({ type: "recall_transfer", conversation: id })
      // Whoever and whatever these name is for the server to read.
      case "escalate":
      case "return":
      case "assist":
      case "observe":
      case "whisper":
      case "join":
      case "takeover":
        return ask({ type: "run_line", conversation: id, line: `/${command.name} ${rest}`.trim() })
      case "note":
        if (rest === "") return void onNote()
        return void post({ conversation: id, audience: "staff", text: rest, files: [] })
      case "park":
      case "wake":
      case "leave":
        return ask({ type: command.name, conversation: id })
      case "priority":
        if (!/^\d$/.test(rest)) return "Write a number from 0 to 9 after /priority; 9 is served first."
        return ask({ type: "set_priority", conversation: id, priority: Number(rest) })
      case "close":
        return void onClose()
      case "help":
        return void onHelp()
    }
  }
}
