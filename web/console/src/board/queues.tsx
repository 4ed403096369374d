// Every queue at each of its tiers: who waits, how long, who is helped, and how the day has gone.

import type { BoardQueue } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Tooltip } from "@mantine/core"
import { Mark } from "../ui/mark.tsx"
import { Message } from "../ui/message.tsx"
import { Tier } from "../ui/tier.tsx"
import { Since } from "../ui/times.tsx"
import { duration, waitInWords } from "../words.ts"
import styles from "./board.module.css"
import { type Column, Table } from "./table.tsx"
import { serviceLevel } from "./words.ts"

export function Queues({ queues }: { queues: readonly BoardQueue[] }) {
  return (
    <section className={styles.part} aria-label={t`Queues`}>
      <div className={styles.bar}>
        <h2 className={styles.title}>
          <Trans>Queues</Trans>
        </h2>
        <span className={styles.note}>
          <Trans>
            Service level: answered in time ÷ waits that ended since midnight, without those abandoned in
            time.
          </Trans>
        </span>
      </div>
      <Table
        label={t`Queues`}
        rows={queues}
        columns={columns}
        first={{ by: "tier", descending: false }}
        empty={
          <Message title={t`No queues`}>
            <Trans>Queues that members of your teams serve appear here.</Trans>
          </Message>
        }
      />
    </section>
  )
}

const columns: readonly Column<BoardQueue>[] = [
  {
    key: "tier",
    name: t`Queue`,
    track: "minmax(120px, 1.6fr)",
    by: row => `${row.tier} ${row.queue.name}`,
    cell: row => (
      <>
        <span dir="auto">{row.queue.name}</span>
        <Tier tier={row.tier} />
        {!row.open && (
          <span className={styles.chip}>
            <Trans>Closed</Trans>
          </span>
        )}
      </>
    ),
  },
  {
    key: "waiting",
    name: t`Waiting`,
    track: "64px",
    by: row => row.waiting,
    most: true,
    figures: true,
    cell: row => <Mark value={row.waiting} />,
  },
  {
    key: "longest",
    name: t`Longest`,
    track: "68px",
    by: row => row.waiting_since_ms ?? Number.MAX_SAFE_INTEGER,
    figures: true,
    cell: row => (row.waiting_since_ms ? <Since at_ms={row.waiting_since_ms} label={t`Waiting`} /> : "–"),
  },
  {
    key: "estimate",
    name: t`Estimated wait`,
    track: "minmax(100px, 1fr)",
    cell: row => (
      <span className={styles.quiet}>{row.estimated_wait ? waitInWords(row.estimated_wait) : "–"}</span>
    ),
  },
  {
    key: "service",
    name: t`In service`,
    track: "76px",
    by: row => row.in_service,
    most: true,
    figures: true,
    cell: row => <Mark value={row.in_service} />,
  },
  {
    key: "level",
    name: t`Service level`,
    track: "92px",
    by: row => serviceLevel(row) ?? 101,
    figures: true,
    cell: Level,
  },
  {
    key: "online",
    name: t`Online, free`,
    track: "88px",
    by: row => row.online,
    most: true,
    figures: true,
    cell: row => <Mark value={t`${row.online}, ${row.free} free`} />,
  },
]

function Level(row: BoardQueue) {
  const level = serviceLevel(row)
  const { in_time, ended, within_ms } = row.answers
  if (level === undefined) return "–"
  return (
    <Tooltip label={t`${in_time} of ${ended} waits answered within ${duration(within_ms)}`}>
      <span>
        <Mark value={`${level} %`} />
      </span>
    </Tooltip>
  )
}
