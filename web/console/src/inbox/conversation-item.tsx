// One conversation in the list: who, what was said last, how long somebody has been waiting, what is moving.

import type { Conversation, StaffLine } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import {
  IconArrowsExchange,
  IconClockPause,
  IconEyeExclamation,
  IconHandStop,
  IconLock,
  IconPaperclip,
  IconPencil,
  IconPlugConnectedX,
  IconRoute,
  IconUserPlus,
} from "@tabler/icons-react"
import { type ReactNode, useSyncExternalStore } from "react"
import { useDesk, useDeskContext, useTranscript } from "../desk/desk-context.tsx"
import { useUnreadMessages } from "../desk/reading.ts"
import { Avatar } from "../ui/avatar.tsx"
import { Tier } from "../ui/tier.tsx"
import { Since } from "../ui/times.tsx"
import { givenName, targetWords, visitorName } from "../words.ts"
import styles from "./conversation-item.module.css"
import { unansweredSince } from "./unanswered.ts"

interface ItemProps {
  conversation: Conversation
  selected: boolean
  onSelect: () => void
}

export function ConversationItem({ conversation, selected, onSelect }: ItemProps) {
  const takesPart = ["owner", "receiver", "guest", "joined"].includes(conversation.relation)
  return takesPart ? (
    <WithTranscript conversation={conversation} selected={selected} onSelect={onSelect} />
  ) : (
    <Item conversation={conversation} selected={selected} onSelect={onSelect} lines={[]} unread={0} />
  )
}

function WithTranscript(props: ItemProps) {
  const { transcript } = useTranscript(props.conversation.id)
  const unread = useUnreadMessages(props.conversation.id, transcript.lines)
  return <Item {...props} lines={transcript.lines} unread={props.selected ? 0 : unread} />
}

function Item({
  conversation,
  selected,
  onSelect,
  lines,
  unread,
}: ItemProps & { lines: readonly StaffLine[]; unread: number }) {
  const me = useDesk(desk => desk.you?.agent)
  const name = visitorName(conversation)
  const last = lines.findLast(line => line.kind === "message")
  const unanswered = unansweredSince(lines)
  const begun = useBegun(conversation.id) && !selected
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        aria-current={selected ? "true" : undefined}
        aria-label={name}
        aria-describedby={`about-${conversation.id}`}
        onClick={onSelect}
      >
        <Avatar
          kind="visitor"
          name={givenName(conversation)}
          size={36}
          presence={conversation.visitor.connected ? "here" : "away"}
        />
        <span className={styles.text} id={`about-${conversation.id}`}>
          <span className={styles.top}>
            <span className={styles.name} dir="auto">
              {name}
            </span>
            <Clock conversation={conversation} unanswered_ms={unanswered} />
          </span>
          <span className={styles.bottom}>
            <span className={styles.last} dir="auto">
              {last?.kind === "message" ? (
                <LastMessage line={last} me={me} />
              ) : (
                <Where conversation={conversation} />
              )}
            </span>
            {begun && (
              <span className={styles.draft}>
                <IconPencil size={14} stroke={1.8} aria-hidden="true" /> {t`Draft`}
              </span>
            )}
            {unread > 0 && (
              <span className={styles.unread}>
                {unread > 99 ? "99+" : unread}
                <span className="hidden">
                  <Trans> unread</Trans>
                </span>
              </span>
            )}
          </span>
          <State conversation={conversation} me={me} />
        </span>
      </button>
    </li>
  )
}

/** Whether something is written here and not sent. */
function useBegun(conversation: string): boolean {
  const { drafts } = useDeskContext()
  return useSyncExternalStore(drafts.subscribe, () => drafts.begun(conversation).length > 0)
}

function Where({ conversation: { queue, owner } }: { conversation: Conversation }) {
  return (
    <>
      {owner ? `${owner.name} · ` : ""}
      {queue.name} <Tier tier={queue.tier} />
    </>
  )
}

function LastMessage({ line, me }: { line: StaffLine & { kind: "message" }; me: string | undefined }) {
  const [file] = line.files
  const who = line.author.type !== "agent" ? "" : line.author.id === me ? t`You: ` : `${line.author.name}: `
  const note = line.audience !== "everybody"
  return (
    <>
      {note && <IconLock size={14} stroke={1.8} className={styles.lock} aria-label={t`Note`} />}
      {note && " "}
      {who}
      {line.text ||
        (file && (
          <>
            <IconPaperclip size={14} stroke={1.6} aria-label={t`File`} /> {file.name}
          </>
        ))}
    </>
  )
}

/** How long the visitor has been waiting: in a queue, or for an answer. */
function Clock({
  conversation,
  unanswered_ms,
}: {
  conversation: Conversation
  unanswered_ms: number | undefined
}) {
  if (conversation.wait) {
    return (
      <span className={styles.waiting}>
        <Since at_ms={conversation.wait.since_ms} label={t`Waiting`} />
      </span>
    )
  }
  if (conversation.status === "active" && unanswered_ms !== undefined) {
    return (
      <span className={styles.waiting}>
        <Since at_ms={unanswered_ms} label={t`Unanswered`} />
      </span>
    )
  }
  return null
}

/** What is moving, in a line of its own: at most one thing, the most urgent. */
function State({ conversation, me }: { conversation: Conversation; me: string | undefined }) {
  const { transfer, hand, chain, invitations, status, visitor, quarantined } = conversation
  const state = (icon: ReactNode, text: string, calm = false) => (
    <span className={styles.state} data-calm={calm}>
      {icon}
      {text}
    </span>
  )
  if (quarantined) return state(<IconEyeExclamation size={14} aria-hidden="true" />, t`Held for inspection`)
  if (hand) return state(<IconHandStop size={14} aria-hidden="true" />, t`Hand raised`)
  if (transfer) return state(<IconArrowsExchange size={14} aria-hidden="true" />, transferState(transfer, me))
  if (invitations?.[0]) {
    const asked = targetWords(invitations[0].target)
    return state(<IconUserPlus size={14} aria-hidden="true" />, t`Inviting ${asked}`)
  }
  if (chain?.limit_reached) return state(<IconRoute size={14} aria-hidden="true" />, t`Handed over too often`)
  if (status === "parked") return state(<IconClockPause size={14} aria-hidden="true" />, t`Parked`, true)
  if (!visitor.connected && status !== "closed") {
    return state(<IconPlugConnectedX size={14} aria-hidden="true" />, t`Visitor is away`, true)
  }
  return null
}

function transferState(transfer: NonNullable<Conversation["transfer"]>, me: string | undefined): string {
  const { kind, state, from, target, accepted_by, mode } = transfer
  const mine = from.id === me
  if (state === "accepted") {
    return mine ? t`Introducing ${accepted_by?.name ?? targetWords(target)}` : t`Introduced by ${from.name}`
  }
  if (mode === "warm")
    return mine ? t`Asking ${targetWords(target)}` : t`${from.name} asks ${targetWords(target)}`
  if (kind === "escalation") return t`Escalated to ${targetWords(target)}`
  return mine ? t`Sent to ${targetWords(target)}` : t`Sent by ${from.name}`
}
