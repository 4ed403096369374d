// The left pane: what waits for the agent, in the order of how soon it wants an answer.

import type { Conversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { IconBroadcast, IconCoffee, IconInbox } from "@tabler/icons-react"
import { type ReactNode, useEffect, useState } from "react"
import { useCommands } from "../desk/commands.ts"
import { useDesk, useMe } from "../desk/desk-context.tsx"
import { useMentions } from "../desk/mentions.ts"
import { offerHead } from "../offer/offer-words.ts"
import { Message } from "../ui/message.tsx"
import { ConversationItem } from "./conversation-item.tsx"
import styles from "./inbox.module.css"
import { type InboxTab, InboxTabs, useInboxTab } from "./inbox-tabs.tsx"
import { LeftMessages } from "./left-messages.tsx"
import { NamedInNotes } from "./named-in-notes.tsx"
import { Offers } from "./offers.tsx"
import { WrapUpItem } from "./wrap-up-item.tsx"

interface InboxProps {
  fold: () => void
  selected: string | undefined
  select: (conversation: string | undefined) => void
}

/** Supervised conversations shown before "Show all": a day's list would bury one's own. */
const SUPERVISED_SHOWN = 6

export function Inbox({ selected, select, fold }: InboxProps) {
  const me = useMe()
  const [tab, setTab] = useInboxTab()
  const offers = useDesk(desk => desk.all("offer"))
  const conversations = useDesk(desk => desk.all("conversation"))
  const { mentions, looked } = useMentions()
  const inSight = mentions.find(one => one.conversation === selected)?.conversation
  useEffect(() => {
    if (inSight && document.visibilityState === "visible") looked(inSight)
  }, [inSight, looked])
  if (!me) return <InboxSkeleton />

  const by = (...relations: Conversation["relation"][]) =>
    conversations.filter(one => relations.includes(one.relation))
  const mine = by("owner", "receiver", "guest", "joined", "whispering", "observing", "sender")
  const messages = conversations.filter(one => one.message)
  const waiting = by("queue_member").filter(one => !one.message)
  const supervised = by("supervisor").filter(one => !one.message)
  const item = (conversation: Conversation) => (
    <ConversationItem
      key={conversation.id}
      conversation={conversation}
      selected={conversation.id === selected}
      onSelect={() => select(conversation.id)}
    />
  )

  const shows = (one: InboxTab) => tab === "all" || tab === one
  return (
    <>
      <InboxTabs
        tab={tab}
        counts={{
          mine: mine.length,
          queue: waiting.length,
          watching: supervised.length,
          messages: messages.length,
        }}
        onChange={setTab}
        fold={fold}
      />
      <div className={styles.inbox} id="inbox">
        <div role="status" className="hidden">
          {offers.map(offer => `${offerHead(offer, me.name).title}. `)}
        </div>
        {offers.length > 0 && <Offers offers={offers} selected={selected} select={select} />}
        {mentions.length > 0 && (
          <Section title={t`Named in notes`} count={mentions.length}>
            <NamedInNotes mentions={mentions} select={select} looked={looked} />
          </Section>
        )}
        {shows("mine") && (
          <Section title={t`My conversations`} count={mine.length}>
            {mine.length > 0 ? (
              <ul className={styles.list}>{mine.map(item)}</ul>
            ) : (
              <NothingYet status={me.status} />
            )}
          </Section>
        )}
        {shows("mine") && me.wrap_ups.length > 0 && (
          <Section title={t`Wrap-up`} count={me.wrap_ups.length}>
            <ul className={styles.list}>
              {me.wrap_ups.map(wrapUp => (
                <WrapUpItem
                  key={wrapUp.conversation}
                  wrapUp={wrapUp}
                  selected={wrapUp.conversation === selected}
                  onSelect={() => select(wrapUp.conversation)}
                />
              ))}
            </ul>
          </Section>
        )}
        {shows("queue") && (waiting.length > 0 || tab === "queue") && (
          <Section title={t`Waiting in my queues`} count={waiting.length}>
            {waiting.length > 0 ? (
              <ul className={styles.list}>{waiting.map(item)}</ul>
            ) : (
              <Message title={t`Nobody is waiting`}>
                <Trans>Whoever waits in a queue of yours stands here.</Trans>
              </Message>
            )}
          </Section>
        )}
        {shows("messages") && (messages.length > 0 || tab === "messages") && (
          <Section title={t`Messages`} count={messages.length}>
            <LeftMessages conversations={messages} selected={selected} select={select} />
          </Section>
        )}
        {shows("watching") && (supervised.length > 0 || tab === "watching") && (
          <Supervised conversations={supervised} item={item} all={tab === "watching"} />
        )}
      </div>
    </>
  )
}

function Section({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.heading}>
        {title}
        {count > 0 && <span className={styles.count}>{count}</span>}
      </h2>
      {children}
    </section>
  )
}

function Supervised({
  conversations,
  item,
  all: unfolded,
}: {
  conversations: Conversation[]
  item: (one: Conversation) => ReactNode
  all: boolean
}) {
  const [opened, setOpened] = useState(false)
  const all = unfolded || opened
  const shown = all ? conversations : conversations.slice(0, SUPERVISED_SHOWN)
  return (
    <Section title={t`Supervised`} count={conversations.length}>
      {conversations.length === 0 && (
        <Message title={t`Nothing to watch`}>
          <Trans>Conversations of the teams you supervise stand here.</Trans>
        </Message>
      )}
      <ul className={styles.list}>{shown.map(item)}</ul>
      {!unfolded && conversations.length > SUPERVISED_SHOWN && (
        <Button variant="subtle" size="compact-sm" className={styles.more} onClick={() => setOpened(!opened)}>
          {all ? t`Show fewer` : t`Show all ${conversations.length}`}
        </Button>
      )}
    </Section>
  )
}

/** An empty desk says why it is empty and what happens next. */
function NothingYet({ status }: { status: string }) {
  const { run, busy } = useCommands()
  if (status === "online") {
    return (
      <Message title={t`Ready`} icon={<IconInbox size={28} stroke={1.5} />}>
        <Trans>Offers appear here and ring. Accept with Enter, or read first.</Trans>
      </Message>
    )
  }
  const away = status === "away"
  return (
    <Message
      title={away ? t`You are away` : status === "transfer_only" ? t`Hand-overs only` : t`You are offline`}
      icon={away ? <IconCoffee size={28} stroke={1.5} /> : <IconBroadcast size={28} stroke={1.5} />}
      action={
        <Button loading={busy === "set_status"} onClick={() => run({ type: "set_status", status: "online" })}>
          <Trans>Go online</Trans>
        </Button>
      }
    >
      {status === "transfer_only"
        ? t`New visitors go to your colleagues.`
        : t`Nothing is offered to you until you go online.`}
    </Message>
  )
}

function InboxSkeleton() {
  return (
    <div className={`${styles.inbox} later`} aria-busy="true">
      {[1, 2, 3, 4].map(row => (
        <div key={row} className={styles.skeleton}>
          <Skeleton circle height={36} />
          <div>
            <Skeleton height={12} width="55%" mb={8} />
            <Skeleton height={10} width="85%" />
          </div>
        </div>
      ))}
    </div>
  )
}
