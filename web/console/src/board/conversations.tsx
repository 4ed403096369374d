// Every open conversation, or those somebody should look at; raised hands stand first.

import type { BoardConversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Plural, Trans } from "@lingui/react/macro"
import { SegmentedControl, Select, TextInput, Tooltip } from "@mantine/core"
import { IconHandStop, IconSearch, IconShieldCheck } from "@tabler/icons-react"
import { useMemo, useState } from "react"
import { Mark } from "../ui/mark.tsx"
import { Message } from "../ui/message.tsx"
import { Tier } from "../ui/tier.tsx"
import { Since } from "../ui/times.tsx"
import { modeWords } from "../words.ts"
import styles from "./board.module.css"
import { RowActions } from "./row-actions.tsx"
import { type Column, Table } from "./table.tsx"
import { boardVisitor, causeWords, riskWords } from "./words.ts"

interface ConversationsProps {
  conversations: readonly BoardConversation[]
  selected: string | undefined
  onOpen: (conversation: string) => void
}

const hasHand = (row: BoardConversation) => row.hand !== undefined

export function Conversations({ conversations, selected, onOpen }: ConversationsProps) {
  const [shown, setShown] = useState("risk")
  const [queue, setQueue] = useState<string | null>(null)
  const [words, setWords] = useState("")
  const atRisk = useMemo(() => conversations.filter(one => one.risks.length > 0), [conversations])
  const rows = useMemo(
    () =>
      (shown === "risk" ? atRisk : conversations).filter(
        one => (!queue || one.queue.id === queue) && (!words || speaksOf(one, words.toLowerCase())),
      ),
    [shown, atRisk, conversations, queue, words],
  )
  const queues = useMemo(() => {
    const names = new Map(conversations.map(one => [one.queue.id, one.queue.name]))
    return [...names].map(([value, label]) => ({ value, label }))
  }, [conversations])

  return (
    <section className={styles.part} aria-label={t`Conversations`}>
      <div className={styles.bar}>
        <h2 className={styles.title}>
          <Trans>Conversations</Trans>
        </h2>
        <SegmentedControl
          size="xs"
          aria-label={t`Which conversations`}
          value={shown}
          onChange={setShown}
          data={[
            { value: "risk", label: t`At risk (${atRisk.length})` },
            { value: "all", label: t`All (${conversations.length})` },
          ]}
        />
        <span className={styles.spring} />
        <Select
          size="xs"
          w={150}
          clearable
          aria-label={t`Queue`}
          placeholder={t`Every queue`}
          data={queues}
          value={queue}
          onChange={setQueue}
        />
        <TextInput
          size="xs"
          w={170}
          aria-label={t`Find a visitor or agent`}
          placeholder={t`Visitor or agent`}
          leftSection={<IconSearch size={14} stroke={1.6} />}
          value={words}
          onChange={event => setWords(event.currentTarget.value)}
        />
      </div>
      <Table
        label={t`Conversations`}
        rows={rows}
        columns={columns}
        first={{ by: "held", descending: false }}
        urgent={hasHand}
        selected={selected}
        onOpen={row => onOpen(row.id)}
        empty={
          shown === "risk" && conversations.length > 0 ? (
            <Message title={t`Nothing at risk`} icon={<IconShieldCheck size={28} stroke={1.5} />}>
              <Trans>
                Raised hands, long waits, visitors without an answer and long chains of hand-overs appear
                here.
              </Trans>
            </Message>
          ) : (
            <Message title={t`No conversations`}>
              <Trans>Open conversations of your teams and queues appear here as visitors write.</Trans>
            </Message>
          )
        }
      />
    </section>
  )
}

const speaksOf = (row: BoardConversation, words: string) =>
  boardVisitor(row).toLowerCase().includes(words) ||
  (row.owner?.name.toLowerCase().includes(words) ?? false) ||
  row.id.endsWith(words)

const columns: readonly Column<BoardConversation>[] = [
  { key: "visitor", name: t`Visitor`, track: "minmax(110px, 1.3fr)", by: boardVisitor, cell: Visitor },
  {
    key: "risk",
    name: t`Why look`,
    track: "minmax(96px, 1.2fr)",
    by: row => row.risks.length,
    most: true,
    cell: Risks,
  },
  {
    key: "queue",
    name: t`Queue`,
    track: "minmax(122px, 1.2fr)",
    by: row => `${row.queue.name} ${row.tier}`,
    cell: row => (
      <>
        <span dir="auto">{row.queue.name}</span>
        <Tier tier={row.tier} />
      </>
    ),
  },
  {
    key: "owner",
    name: t`With`,
    track: "minmax(90px, 1fr)",
    by: row => row.owner?.name ?? "",
    cell: row => (row.owner ? <span dir="auto">{row.owner.name}</span> : <Trans>Waiting</Trans>),
  },
  {
    key: "held",
    name: t`For`,
    track: "64px",
    by: row => row.held_since_ms,
    figures: true,
    cell: row => <Since at_ms={row.held_since_ms} />,
  },
  {
    key: "hops",
    name: t`Hand-overs`,
    track: "84px",
    by: row => row.hops,
    most: true,
    figures: true,
    cell: row => <Mark value={row.hops} />,
  },
  { key: "actions", name: t`Actions`, track: "72px", cell: row => <RowActions row={row} /> },
]

function Visitor(row: BoardConversation) {
  const there = row.supervisors.map(({ agent, mode }) => `${agent.name}: ${modeWords[mode]}`).join(", ")
  return (
    <>
      <span dir="auto">{boardVisitor(row)}</span>
      {there && (
        <Tooltip label={there}>
          <span className={styles.chip} data-tone="staff">
            <Plural value={row.supervisors.length} one="# supervisor" other="# supervisors" />
          </span>
        </Tooltip>
      )}
    </>
  )
}

function Risks({ risks, hand }: BoardConversation) {
  const [first, ...others] = risks
  if (!first) return <span className={styles.quiet}>–</span>
  const all = risks.map(risk => (risk === "hand" && hand ? causeWords[hand.cause] : riskWords[risk]))
  return (
    <Tooltip label={all.join(" · ")}>
      <span className={styles.chip} data-tone={first === "hand" ? "hand" : "risk"}>
        {first === "hand" && <IconHandStop size={14} stroke={1.8} aria-hidden="true" />}
        {riskWords[first]}
        {others.length > 0 && ` +${others.length}`}
      </span>
    </Tooltip>
  )
}
