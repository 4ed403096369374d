// What is moving or wrong with a conversation, above its transcript: the hand-over with its next steps first.

import type { Conversation, StaffCommand, Transfer } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { IconEyeExclamation, IconHourglassHigh } from "@tabler/icons-react"
import { AssistBanners } from "../assist/assist-banner.tsx"
import { ChainBanner } from "../assist/chain-banner.tsx"
import { HandBanner } from "../assist/hand-banner.tsx"
import { InvitationBanners } from "../conference/invitation-banner.tsx"
import { useCommands } from "../desk/commands.ts"
import { useDesk } from "../desk/desk-context.tsx"
import { HandoverMark } from "../ui/handover-mark.tsx"
import { Since } from "../ui/times.tsx"
import { targetWords } from "../words.ts"
import { ActionButton, allowed } from "./actions.tsx"
import styles from "./banners.module.css"

interface BannersProps {
  conversation: Conversation
  /** What was asked for took it off the desk. */
  onGone: () => void
}

export function Banners({ conversation, onGone }: BannersProps) {
  return (
    <>
      {conversation.quarantined && (
        <div className={styles.banner} data-tone="red" role="status">
          <IconEyeExclamation size={20} stroke={1.6} aria-hidden="true" />
          <span>
            <Trans>
              <strong>Held for inspection.</strong> Something went wrong with this conversation; only a
              supervisor can move or close it.
            </Trans>
          </span>
        </div>
      )}
      {conversation.transfer && (
        <HandoffBanner conversation={conversation} transfer={conversation.transfer} onGone={onGone} />
      )}
      {conversation.hand && <HandBanner conversation={conversation} hand={conversation.hand} />}
      <AssistBanners conversation={conversation} />
      <InvitationBanners conversation={conversation} />
      {conversation.chain && <ChainBanner conversation={conversation} chain={conversation.chain} />}
      {conversation.wait?.choice_asked && (
        <div className={styles.banner} role="status">
          <IconHourglassHigh size={20} stroke={1.6} aria-hidden="true" />
          <span>
            <Trans>
              The wait was too long; the visitor was asked whether to keep waiting or to leave a message.
            </Trans>
          </span>
        </div>
      )}
    </>
  )
}

function HandoffBanner({ conversation, transfer, onGone }: BannersProps & { transfer: Transfer }) {
  const me = useDesk(desk => desk.you?.agent)
  const { run, busy } = useCommands()
  const { id, actions } = conversation
  const sent = transfer.from.id === me
  const received = transfer.accepted_by?.id === me
  const ask = (type: "complete_transfer" | "hand_back" | "cancel_transfer" | "recall_transfer") => ({
    action: allowed(actions, type),
    onClick: async () => {
      const sent = await run({ type, conversation: id } satisfies StaffCommand)
      if (sent && type === "hand_back") onGone()
    },
    loading: busy === type,
  })
  return (
    <section
      className={styles.banner}
      aria-label={t`Hand-over`}
      data-tone={transfer.state === "accepted" ? "teal" : "amber"}
    >
      <HandoverMark
        from={{ kind: "agent", name: transfer.from.name }}
        to={receiverEnd(transfer)}
        warm={transfer.mode === "warm"}
        pending={transfer.state === "pending"}
      />
      <span className={styles.text} role="status">
        {wording(transfer, sent, received)}{" "}
        <span className={styles.clock}>
          <Since at_ms={transfer.accepted_at_ms ?? transfer.started_at_ms} />
        </span>
      </span>
      <span className={styles.buttons}>
        <ActionButton
          {...ask("complete_transfer")}
          hint={received ? t`You become the owner` : t`They become the owner, you leave`}
        >
          {received ? t`Take over` : t`Complete transfer`}
        </ActionButton>
        <ActionButton {...ask("hand_back")} variant="default" hint={t`${transfer.from.name} stays the owner`}>
          <Trans>Hand back</Trans>
        </ActionButton>
        <ActionButton {...ask("cancel_transfer")} variant="default" hint={t`You stay the owner`}>
          <Trans>Cancel transfer</Trans>
        </ActionButton>
        <ActionButton {...ask("recall_transfer")} hint={t`It comes back to you`}>
          <Trans>Recall</Trans>
        </ActionButton>
      </span>
    </section>
  )
}

function receiverEnd({ accepted_by, target }: Transfer) {
  if (accepted_by) return { kind: "agent" as const, name: accepted_by.name }
  if ("agent" in target) return { kind: "agent" as const, name: target.agent.name }
  return { kind: "queue" as const, tier: target.queue.tier }
}

function wording(transfer: Transfer, sent: boolean, received: boolean): string {
  const from = transfer.from.name
  const target = targetWords(transfer.target)
  const receiver = transfer.accepted_by?.name ?? target
  if (transfer.state === "accepted") {
    if (received) return t`${from} introduces you. Take over when you know enough.`
    if (sent) return t`${receiver} is here. Introduce them, then complete the transfer.`
    return t`${from} introduces ${receiver}.`
  }
  if (transfer.mode === "warm") {
    return sent
      ? t`Asking ${target}. You stay the owner until they are introduced.`
      : t`${from} is asking ${target}.`
  }
  const { kind } = transfer
  if (kind !== "transfer") {
    if (kind === "escalation") {
      return sent
        ? t`You escalated it to ${target}. Nobody has accepted yet.`
        : t`${from} escalated it to ${target}. Nobody has accepted yet.`
    }
    return sent
      ? t`You gave it back to ${target}. Nobody has accepted yet.`
      : t`${from} gave it back to ${target}. Nobody has accepted yet.`
  }
  return sent
    ? t`Sent to ${target}. Nobody has accepted yet.`
    : t`${from} sent it to ${target}; nobody has accepted yet.`
}
