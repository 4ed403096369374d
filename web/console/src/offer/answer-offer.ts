// Accepting and declining, the same from the card, the reading pane and the keyboard.

import type { Offer } from "@baton/protocol"
import { useCallback } from "react"
import { useCommands } from "../desk/commands.ts"

export function useAnswerOffer(select: (conversation: string | undefined) => void) {
  const { run, busy } = useCommands()
  const accept = useCallback(
    async (offer: Offer) => {
      const sent = await run({ type: "accept_offer", offer: offer.id })
      if (sent) select(offer.conversation)
    },
    [run, select],
  )
  const decline = useCallback((offer: Offer) => run({ type: "decline_offer", offer: offer.id }), [run])
  return { accept, decline, busy: busy !== undefined }
}
