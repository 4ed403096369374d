// Reading before accepting: who hands it over and why, the note, what was said, files; then yes or no.

import type { Conversation, Offer } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { ActionIcon, Button, Kbd } from "@mantine/core"
import { IconArrowLeft, IconLayoutSidebarRight } from "@tabler/icons-react"
import type { PaneProps } from "../conversation/middle.tsx"
import { TranscriptPane } from "../conversation/transcript.tsx"
import { useMe } from "../desk/desk-context.tsx"
import { useReason } from "../desk/directory.ts"
import { HandoverMark } from "../ui/handover-mark.tsx"
import { Ring } from "../ui/ring.tsx"
import { Since } from "../ui/times.tsx"
import { visitorName } from "../words.ts"
import { useAnswerOffer } from "./answer-offer.ts"
import { NoteCard } from "./note-card.tsx"
import styles from "./offer-pane.module.css"
import { offerHead, whyMe } from "./offer-words.ts"

interface OfferPaneProps extends PaneProps {
  offer: Offer
  conversation: Conversation
}

export function OfferPane({ offer, conversation, select, details }: OfferPaneProps) {
  const me = useMe()
  const { accept, decline, busy } = useAnswerOffer(select)
  const reason = useReason(offer.transfer?.reason)
  const { from, to, title } = offerHead(offer, me?.name)
  const name = visitorName(conversation)
  return (
    <section className={styles.pane} aria-label={t`Offer from ${name}`}>
      <header className={styles.head}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={styles.back}
          aria-label={t`Back to inbox`}
          onClick={() => select(undefined)}
        >
          <IconArrowLeft size={20} stroke={1.6} />
        </ActionIcon>
        <HandoverMark from={from} to={to} warm={offer.transfer?.mode === "warm"} pending size={32} />
        <div className={styles.words}>
          <h2 className={styles.name} dir="auto">
            {name}
          </h2>
          <p className={styles.title}>
            {title}
            {reason && `. Reason: ${reason}`}
          </p>
        </div>
        {details && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t`Show details`}
            aria-pressed={details.shown}
            onClick={details.toggle}
          >
            <IconLayoutSidebarRight size={20} stroke={1.6} />
          </ActionIcon>
        )}
      </header>
      <div className={styles.facts}>
        <p>{whyMe(offer)}</p>
        {conversation.wait && (
          <p>
            <Trans>
              The visitor has been waiting for <Since at_ms={conversation.wait.since_ms} label={t`Waiting`} />
              .
            </Trans>
          </p>
        )}
        {offer.transfer?.note && <NoteCard note={offer.transfer.note} />}
      </div>
      <TranscriptPane conversation={conversation.id} channel="chat" />
      <footer className={styles.foot}>
        <Ring from_ms={offer.made_at_ms} until_ms={offer.expires_at_ms} />
        <span className={styles.hint}>
          <Trans>Nobody sees that you read this. Accepting means you have read the note.</Trans>
        </span>
        <Button variant="default" onClick={() => decline(offer)} disabled={busy}>
          <Trans>Decline</Trans>
        </Button>
        <Button
          onClick={() => accept(offer)}
          disabled={busy}
          rightSection={
            <Kbd size="xs" className={styles.key} aria-hidden="true">
              ⏎
            </Kbd>
          }
        >
          <Trans>Accept</Trans>
        </Button>
      </footer>
    </section>
  )
}
