// Does what a slash command says. Answers why not, in words, where it cannot.

import type { Conversation } from "@baton/protocol"
import { useCommands } from "../desk/commands.ts"
import type { TransferStart } from "../transfer/transfer-dialog.tsx"
import { allowed } from "./actions.tsx"
import type { SlashCommand } from "./slash.ts"

interface SlashOptions {
  conversation: Conversation
  onTransfer: (start: TransferStart) => void
  onClose: () => void
  onHelp: () => void
  note: (text: string) => void
}

export function useSlashCommands({ conversation, onTransfer, onClose, onHelp, note }: SlashOptions) {
  const { run } = useCommands()
  const { id, actions } = conversation

  return async (command: SlashCommand, rest: string): Promise<string | undefined> => {
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
      case "note":
        return void note(rest)
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
