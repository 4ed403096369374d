// The strip above the board: the figures of the moment, and what is over a limit, with a sound where it is wanted.

import type { BoardAgent, BoardAlert, BoardQueue } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Plural, Trans } from "@lingui/react/macro"
import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core"
import { IconAlertTriangle, IconCircleCheck, IconVolume, IconVolumeOff } from "@tabler/icons-react"
import { useEffect, useRef, useState } from "react"
import { useSettings } from "../desk/desk-context.tsx"
import { play } from "../desk/sound.ts"
import { Mark } from "../ui/mark.tsx"
import { Tier } from "../ui/tier.tsx"
import { Since } from "../ui/times.tsx"
import styles from "./board.module.css"
import { alertInWords, alertKinds } from "./words.ts"

interface SummaryProps {
  queues: readonly BoardQueue[]
  agents: readonly BoardAgent[]
  alerts: readonly BoardAlert[]
  onOpen: (conversation: string) => void
}

export function Summary({ queues, agents, alerts, onOpen }: SummaryProps) {
  const add = (part: (queue: BoardQueue) => number) => queues.reduce((sum, queue) => sum + part(queue), 0)
  const online = agents.filter(one => one.status === "online")
  const free = online.filter(one => one.load < one.capacity).length
  return (
    <div className={styles.strip}>
      <dl className={styles.figures}>
        <Figure name={t`Waiting`} value={add(queue => queue.waiting)} />
        <Figure name={t`In service`} value={add(queue => queue.in_service)} />
        <Figure name={t`Online`} value={online.length} />
        <Figure name={t`Free`} value={free} />
      </dl>
      <span className={styles.spring} />
      <Alerts alerts={alerts} onOpen={onOpen} />
      <Sound alerts={alerts} />
    </div>
  )
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>
        <Mark value={value} />
      </dd>
    </div>
  )
}

/** Kinds a strip has room for; the menu has all. */
const KINDS_SHOWN = 3
/** Rows of the menu: more is a list to sort, which the tables are. */
const LISTED = 50

function Alerts({ alerts, onOpen }: { alerts: readonly BoardAlert[]; onOpen: (id: string) => void }) {
  if (alerts.length === 0) {
    return (
      <span className={styles.calm}>
        <IconCircleCheck size={18} stroke={1.6} aria-hidden="true" />
        <Trans>Nothing is over a limit</Trans>
      </span>
    )
  }
  const kinds = new Map<BoardAlert["kind"], number>()
  for (const { kind } of alerts) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  return (
    <Menu width={380} position="bottom-end">
      <Menu.Target>
        <Button
          color="red"
          variant="light"
          size="compact-md"
          leftSection={<IconAlertTriangle size={18} stroke={1.6} aria-hidden="true" />}
        >
          <Plural value={alerts.length} one="# alert" other="# alerts" />
          <span className={styles.kinds}>
            {[...kinds].slice(0, KINDS_SHOWN).map(([kind, count]) => (
              <span key={kind}>
                {alertKinds[kind]} {count}
              </span>
            ))}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.alerts}>
        {alerts.slice(0, LISTED).map(alert => (
          <Menu.Item
            key={alert.id}
            onClick={() => alert.conversation && onOpen(alert.conversation)}
            rightSection={alert.since_ms && <Since at_ms={alert.since_ms} />}
          >
            {alertInWords(alert)}
            <span className={styles.where}>
              {alert.queue.name} <Tier tier={alert.tier} />
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** In this browser: whoever sits beside others turns it off here. As loud as the settings say. */
const KEPT = "baton.board.sound"

function Sound({ alerts }: { alerts: readonly BoardAlert[] }) {
  const [on, setOn] = useState(() => localStorage.getItem(KEPT) !== "off")
  const { sounds } = useSettings()
  const known = useRef<Set<string>>(undefined)
  useEffect(() => {
    const now = new Set(alerts.map(alert => alert.id))
    const fresh = known.current && alerts.some(alert => !known.current?.has(alert.id))
    known.current = now
    if (fresh && on) play("raised_hand", sounds)
  }, [alerts, on, sounds])
  const turn = () => {
    localStorage.setItem(KEPT, on ? "off" : "on")
    setOn(!on)
  }
  return (
    <Tooltip label={on ? t`Alerts ring` : t`Alerts are silent`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t`Sound of alerts`}
        aria-pressed={on}
        onClick={turn}
      >
        {on ? <IconVolume size={20} stroke={1.6} /> : <IconVolumeOff size={20} stroke={1.6} />}
      </ActionIcon>
    </Tooltip>
  )
}
