// What a line does, the same from the field and from the palette: some open a dialog or a field here, all others are
// the server's to run.

import { type AllowedAction, type Conversation, ProblemError } from "@baton/protocol"
import { useDeskContext } from "../desk/desk-context.tsx"
import { offInWords } from "../server-words/off.ts"
import { problemInBrief } from "../server-words/problems.ts"
import type { TransferStart } from "../transfer/transfer-dialog.tsx"
import { allowed } from "./actions.tsx"
import { parse } from "./slash.ts"

interface SlashOptions {
  conversation: Conversation
  onTransfer: (start: TransferStart) => void
  onClose: () => void
  onHelp: () => void
  /** A note without words yet: the field changes to notes. */
  onNote: () => void
}

/** Does what a line says; answers why not, in words, where it cannot. */
export type RunLine = (line: string) => Promise<string | undefined>

export function useSlashCommands({
  conversation,
  onTransfer,
  onClose,
  onHelp,
  onNote,
}: SlashOptions): RunLine {
  const { connection } = useDeskContext()
  const { id, actions } = conversation
  /** Commands that go on here as long as nothing follows them, each with its button. */
  const here: Record<string, { button: AllowedAction | undefined; open: () => void }> = {
    transfer: { button: allowed(actions, "transfer"), open: () => onTransfer({ mode: "cold" }) },
    warm: { button: allowed(actions, "transfer"), open: () => onTransfer({ mode: "warm" }) },
    note: { button: allowed(actions, "note"), open: onNote },
    close: {
      button: allowed(actions, "close") ?? allowed(actions, "close_for_everybody"),
      open: onClose,
    },
  }

  return async line => {
    const typed = parse(line)
    if (typed.kind === "line" && typed.rest === "") {
      if (typed.word === "help") return void onHelp()
      const known = here[typed.word]
      if (known?.button?.off) return offInWords(known.button.off)
      if (known?.button) return void known.open()
    }
    try {
      await connection.command({ type: "run_line", conversation: id, line }).done
      return undefined
    } catch (error) {
      return error instanceof ProblemError ? problemInBrief(error.problem) : String(error)
    }
  }
}
