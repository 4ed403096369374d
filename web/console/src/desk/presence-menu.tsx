// The agent's own status: the one in effect is shown, the one wanted is chosen. Going offline with open
// conversations asks what becomes of them.

import type { AgentStatus, Me, StaffCommand } from "@baton/protocol"
import { plural, t } from "@lingui/core/macro"
import { Plural, Trans } from "@lingui/react/macro"
import { Button, Group, Menu, Modal, Stack, Text } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { IconCheck, IconChevronDown } from "@tabler/icons-react"
import { useEffect } from "react"
import { statusWords } from "../words.ts"
import { useCommands } from "./commands.ts"
import { useDesk } from "./desk-context.tsx"
import { useDirectory } from "./directory.ts"
import styles from "./presence-menu.module.css"

export type Choice = {
  status: "online" | "transfer_only" | "away"
  reason?: string
  label: string
  hint: string
}

/** What may be chosen: the reasons to be away are the workspace's. */
export function useChoices(): Choice[] {
  const { data: directory } = useDirectory()
  const hint = t`Keeps what you have, no offers`
  const away = (directory?.away_reasons ?? []).map(
    ({ code, label }): Choice => ({ status: "away", reason: code, label: t`Away: ${label}`, hint }),
  )
  return [
    { status: "online", label: t`Online`, hint: t`Takes every conversation` },
    { status: "transfer_only", label: t`Transfer only`, hint: t`Takes hand-overs, nothing new` },
    ...away,
    { status: "away", label: t`Away`, hint },
  ]
}

export function PresenceMenu({ me }: { me: Me }) {
  const { run, busy } = useCommands()
  const choices = useChoices()
  const [asking, ask] = useDisclosure(false)
  const open = useDesk(desk => desk.all("conversation")).filter(
    one => one.relation === "owner" && one.status !== "closed",
  ).length
  useActivity(me.status)

  const goOffline = (what: "finish" | "hand_over") => {
    ask.close()
    run({ type: "go_offline", open: what })
  }
  const choose = ({ status, reason }: Choice) => run(setStatus(status, reason))
  const away = me.status === "away" && choices.find(one => isChosen(me, one))?.label
  const label = away || statusWords[me.status]

  return (
    <>
      <Menu width={260}>
        <Menu.Target>
          <button
            type="button"
            className={styles.target}
            aria-label={t`Status: ${label}`}
            aria-busy={busy !== undefined}
          >
            <StatusSign status={me.status} />
            <span className={styles.label}>{label}</span>
            <IconChevronDown size={16} stroke={1.6} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map(choice => (
            <Menu.Item
              key={choice.label}
              aria-label={choice.label}
              leftSection={<StatusSign status={choice.status} />}
              rightSection={isChosen(me, choice) && <IconCheck size={16} aria-label={t`chosen`} />}
              onClick={() => choose(choice)}
            >
              {choice.label}
              <span className={styles.hint}>{choice.hint}</span>
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            aria-label={t`Go offline…`}
            leftSection={<StatusSign status="offline" />}
            rightSection={me.chosen === "offline" && <IconCheck size={16} aria-label={t`chosen`} />}
            onClick={() => (open > 0 ? ask.open() : goOffline("finish"))}
          >
            <Trans>Go offline…</Trans>
            <span className={styles.hint}>
              {open > 0
                ? plural(open, { one: "You hold 1 conversation", other: "You hold # conversations" })
                : t`No offers, nothing held`}
            </span>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={asking} onClose={ask.close} title={t`Go offline`} size="md">
        <Stack>
          <Text>
            <Plural
              value={open}
              one="You hold 1 conversation. What becomes of it?"
              other="You hold # conversations. What becomes of them?"
            />
          </Text>
          <Text c="dimmed" size="sm">
            <Trans>
              Finish first: you get no more offers and go offline when the last one ends. Hand over: they go
              to the front of their queues now, and the visitors are told.
            </Trans>
          </Text>
          <Group justify="flex-end">
            <Button variant="subtle" color="gray" onClick={ask.close}>
              <Trans>Stay</Trans>
            </Button>
            <Button variant="default" onClick={() => goOffline("hand_over")}>
              <Trans>Hand all over</Trans>
            </Button>
            <Button onClick={() => goOffline("finish")}>
              <Trans>Finish them first</Trans>
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}

/** A filled disc, a half, a bar or an empty ring: told apart without colour. */
export function StatusSign({ status }: { status: AgentStatus }) {
  return <span className={styles.sign} data-status={status} aria-hidden="true" />
}

/** Somebody who works in the console responds: the first key or click says so. */
function useActivity(status: AgentStatus): void {
  const { run } = useCommands()
  useEffect(() => {
    if (status !== "not_responding") return
    const report = () => void run({ type: "report_activity" })
    window.addEventListener("keydown", report, { once: true })
    window.addEventListener("pointerdown", report, { once: true })
    return () => {
      window.removeEventListener("keydown", report)
      window.removeEventListener("pointerdown", report)
    }
  }, [status, run])
}

export function setStatus(status: Choice["status"], reason?: string): StaffCommand {
  return { type: "set_status", status, ...(reason && { reason }) }
}

const isChosen = (me: Me, choice: Choice) =>
  me.chosen === choice.status && (me.reason ?? "") === (choice.reason ?? "")
