// An offer in words: between whom it moves, and why it came here.

import type { Offer } from "@baton/protocol"
import { t } from "@lingui/core/macro"
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
    return { from: { kind: "visitor" }, to, title: t`New in ${queue.name}, level ${queue.tier}` }
  }
  const name = transfer.from.name
  const moved =
    transfer.mode === "warm"
      ? t`${name} introduces you in ${queue.name}`
      : "queue" in transfer.target
        ? t`${name} hands over to ${queue.name}`
        : t`${name} hands over to you`
  const [before, after] = [transfer.from_queue.tier, transfer.queue.tier]
  return {
    from: { kind: "agent", name: transfer.from.name },
    to,
    title: before === after ? moved : t`${moved}, level ${before} to ${after}`,
  }
}

/** One sentence: who else could have been asked. */
export function whyMe({ why, broadcast, transfer }: Offer): string {
  if (transfer && "agent" in transfer.target) return t`Why me: ${transfer.from.name} asked for you by name.`
  if (broadcast) return t`Why me: offered to everybody who can take it; the first to accept gets it.`
  const others = why.eligible - 1
  const chosen =
    others > 0
      ? t`you stand first of ${why.eligible} who can take it`
      : t`you are the only one who can take it`
  const excluded = excludedInWords(why.excluded)
  return t`Why me: ${chosen}${excluded && ` (${excluded})`}.`
}
