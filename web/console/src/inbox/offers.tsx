// Offers, the soonest to run out first. Enter takes the one that is read, else the first.

import type { Offer } from "@baton/protocol"
import { plural, t } from "@lingui/core/macro"
import { useAnswerOffer } from "../offer/answer-offer.ts"
import { useEnterAccepts } from "./enter-accepts.ts"
import { OfferCard } from "./offer-card.tsx"
import styles from "./offers.module.css"

interface OffersProps {
  offers: readonly Offer[]
  selected: string | undefined
  select: (conversation: string | undefined) => void
}

export function Offers({ offers, selected, select }: OffersProps) {
  const { accept, decline, busy } = useAnswerOffer(select)
  const inOrder = offers.toSorted((a, b) => a.expires_at_ms - b.expires_at_ms)
  const first = inOrder.find(offer => offer.conversation === selected) ?? inOrder[0]

  useEnterAccepts(first, accept)

  return (
    <section className={styles.offers} aria-label={t`Offers`}>
      <h2 className={styles.heading}>
        {plural(inOrder.length, { one: "An offer waits for you", other: "# offers wait for you" })}
      </h2>
      {inOrder.map(offer => (
        <OfferCard
          key={offer.id}
          offer={offer}
          selected={offer.conversation === selected}
          busy={busy}
          onRead={() => select(offer.conversation)}
          onAccept={() => accept(offer)}
          onDecline={() => decline(offer)}
        />
      ))}
    </section>
  )
}
