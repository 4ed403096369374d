// An offer in words: between whom it moves, and why it came here.

import type { Offer } from "@baton/protocol"
import type { End } from "../ui/handover-mark.tsx"
import { excludedInWords } from "../words.ts"

export interface OfferHead {
  from: End
  to: End
  title: string
}

export function offerHead(offer: Offer, me: string | undefined): OfferHead {
  const { transfer, queue } = offer
  const to: End = { kind: "agent", name: me }
  if (!transfer) {
    return { from: { kind: "visitor" }, to, title: `New in ${queue.name}, level ${queue.tier}` }
  }
  const tiers =
    transfer.from_queue.tier === transfer.queue.tier
      ? ""
      : `, level ${transfer.from_queue.tier} to ${transfer.queue.tier}`
  const how = transfer.mode === "warm" ? "introduces you in" : "hands over to"
  const where = "queue" in transfer.target || transfer.mode === "warm" ? queue.name : "you"
  return {
    from: { kind: "agent", name: transfer.from.name },
    to,
    title: `${transfer.from.name} ${how} ${where}${tiers}`,
  }
}

/** One sentence: who else could have been asked. */
export function whyMe({ why, broadcast, transfer }: Offer): string {
  if (transfer && "agent" in transfer.target) return `Why me: ${transfer.from.name} asked for you by name.`
  if (broadcast) return "Why me: offered to everybody who can take it; the first to accept gets it."
  const others = why.eligible - 1
  const chosen =
    others > 0 ? `you stand first of ${why.eligible} who can take it` : "you are the only one who can take it"
  const excluded = excludedInWords(why.excluded)
  return `Why me: ${chosen}${excluded && ` (${excluded})`}.`
}
