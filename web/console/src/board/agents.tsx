// Every agent: status with its reason, load, and what they have had longest.

import type { BoardAgent } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { SegmentedControl, TextInput } from "@mantine/core"
import { IconSearch } from "@tabler/icons-react"
import { useMemo, useState } from "react"
import { Mark } from "../ui/mark.tsx"
import { Message } from "../ui/message.tsx"
import { Since } from "../ui/times.tsx"
import { statusWords } from "../words.ts"
import styles from "./board.module.css"
import { type Column, Table } from "./table.tsx"

interface AgentsProps {
  agents: readonly BoardAgent[]
  onOpen: (conversation: string) => void
}

export function Agents({ agents, onOpen }: AgentsProps) {
  const [shown, setShown] = useState("here")
  const [words, setWords] = useState("")
  const here = useMemo(() => agents.filter(one => one.status !== "offline"), [agents])
  const rows = useMemo(
    () => (shown === "here" ? here : agents).filter(one => !words || speaksOf(one, words.toLowerCase())),
    [shown, here, agents, words],
  )
  const open = ({ conversations: [longest] }: BoardAgent) => longest && onOpen(longest)
  return (
    <section className={styles.part} aria-label={t`Agents`}>
      <div className={styles.bar}>
        <h2 className={styles.title}>
          <Trans>Agents</Trans>
        </h2>
        <SegmentedControl
          size="xs"
          aria-label={t`Which agents`}
          value={shown}
          onChange={setShown}
          data={[
            { value: "here", label: t`Here (${here.length})` },
            { value: "all", label: t`All (${agents.length})` },
          ]}
        />
        <span className={styles.spring} />
        <TextInput
          size="xs"
          w={150}
          aria-label={t`Find an agent or team`}
          placeholder={t`Agent or team`}
          leftSection={<IconSearch size={14} stroke={1.6} />}
          value={words}
          onChange={event => setWords(event.currentTarget.value)}
        />
      </div>
      <Table
        label={t`Agents`}
        rows={rows}
        columns={columns}
        first={{ by: "longest", descending: false }}
        onOpen={open}
        empty={
          <Message title={t`Nobody is here`}>
            <Trans>Agents of your teams appear as soon as they come online.</Trans>
          </Message>
        }
      />
    </section>
  )
}

const speaksOf = (agent: BoardAgent, words: string) =>
  agent.name.toLowerCase().includes(words) || agent.teams.some(team => team.toLowerCase().includes(words))

const columns: readonly Column<BoardAgent>[] = [
  {
    key: "name",
    name: t`Agent`,
    track: "minmax(84px, 1.4fr)",
    by: row => row.name,
    cell: row => (
      <span dir="auto" title={row.teams.join(", ")}>
        {row.name}
      </span>
    ),
  },
  {
    key: "status",
    name: t`Status`,
    track: "minmax(116px, 1.2fr)",
    by: row => statusWords[row.status],
    cell: row => (
      <>
        <span className={styles.dot} data-status={row.status} aria-hidden="true" />
        <span>{row.reason ? `${statusWords[row.status]}: ${row.reason}` : statusWords[row.status]}</span>
      </>
    ),
  },
  {
    key: "load",
    name: t`Load`,
    track: "56px",
    by: row => (row.capacity > 0 ? row.load / row.capacity : 0),
    most: true,
    figures: true,
    cell: row => <Mark value={`${row.load}/${row.capacity}`} />,
  },
  {
    key: "conversations",
    name: t`Chats`,
    track: "48px",
    by: row => row.conversations.length,
    most: true,
    figures: true,
    cell: row => <Mark value={row.conversations.length} />,
  },
  {
    key: "longest",
    name: t`Longest`,
    track: "68px",
    // Who has none stands below everybody who has one.
    by: row => row.longest_since_ms ?? Number.MAX_SAFE_INTEGER,
    figures: true,
    cell: row => (row.longest_since_ms ? <Since at_ms={row.longest_since_ms} /> : "–"),
  },
]
