// One offer: the hand-over as its head, time left, why me, note, last words; to be read before accepting.

import type { Offer } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { ActionIcon, Button, Kbd, Tooltip } from "@mantine/core"
import { IconEye, IconLock } from "@tabler/icons-react"
import { useConversation, useDesk, useTranscript } from "../desk/desk-context.tsx"
import { offerHead, whyMe } from "../offer/offer-words.ts"
import { HandoverMark } from "../ui/handover-mark.tsx"
import { Ring } from "../ui/ring.tsx"
import { visitorName } from "../words.ts"
import styles from "./offer-card.module.css"

interface OfferCardProps {
  offer: Offer
  selected: boolean
  busy: boolean
  onRead: () => void
  onAccept: () => void
  onDecline: () => void
}

export function OfferCard({ offer, selected, busy, onRead, onAccept, onDecline }: OfferCardProps) {
  const conversation = useConversation(offer.conversation)
  const me = useDesk(desk => desk.all("me")[0])
  const { transcript } = useTranscript(offer.conversation)
  const last = transcript.lines.findLast(line => line.kind === "message" && line.author.type === "visitor")
  const name = conversation ? visitorName(conversation) : t`a visitor`
  const { from, to, title } = offerHead(offer, me?.name)
  const note = offer.transfer?.note
  return (
    <article
      className={styles.card}
      aria-label={t`Offer from ${name}`}
      data-selected={selected}
      tabIndex={-1}
    >
      <header className={styles.head}>
        <HandoverMark from={from} to={to} warm={offer.transfer?.mode === "warm"} pending />
        <Ring from_ms={offer.made_at_ms} until_ms={offer.expires_at_ms} />
      </header>
      <div>
        <h3 className={styles.name} dir="auto">
          {name}
        </h3>
        <p className={styles.title}>{title}</p>
      </div>
      {note?.text && (
        <p className={styles.note} dir="auto">
          <span>
            <IconLock size={14} stroke={1.8} aria-label={t`Staff only`} /> {note.text}
          </span>
        </p>
      )}
      {last?.kind === "message" && (
        <p className={styles.last} dir="auto">
          {last.text || last.files.map(file => file.name).join(", ")}
        </p>
      )}
      <p className={styles.why}>{whyMe(offer)}</p>
      <div className={styles.buttons}>
        <Button
          onClick={onAccept}
          disabled={busy}
          rightSection={
            <Kbd size="xs" className={styles.key} aria-hidden="true">
              ⏎
            </Kbd>
          }
        >
          <Trans>Accept</Trans>
        </Button>
        <Button variant="default" onClick={onDecline} disabled={busy}>
          <Trans>Decline</Trans>
        </Button>
        {!selected && (
          <Tooltip label={t`Read first`}>
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={t`Read first`} onClick={onRead}>
              <IconEye size={20} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </article>
  )
}
