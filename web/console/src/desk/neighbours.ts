// Alt with the arrow keys walks through one's own conversations, also while one is writing.

import { useDeskContext } from "./desk-context.tsx"
import { useShortcut } from "./shortcuts.ts"

export function useNeighbours(selected: string | undefined, select: (conversation: string) => void): void {
  const { desk } = useDeskContext()
  const walk = (step: 1 | -1) => () => {
    const mine = desk
      .all("conversation")
      .filter(one =>
        ["owner", "receiver", "guest", "joined", "whispering", "observing", "sender"].includes(one.relation),
      )
    const at = mine.findIndex(one => one.id === selected)
    const next = mine[at < 0 ? (step === 1 ? 0 : mine.length - 1) : at + step]
    if (next) select(next.id)
  }
  useShortcut("previous_conversation", walk(-1), { whileWriting: true })
  useShortcut("next_conversation", walk(1), { whileWriting: true })
}
