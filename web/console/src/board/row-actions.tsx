// What a supervisor may do with a conversation from its row: as the server allows it for them, each with why not.

import type { BoardConversation, Conversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { ActionIcon, Menu, Tooltip } from "@mantine/core"
import { IconDots, IconEye } from "@tabler/icons-react"
import { useState } from "react"
import { AssistItems } from "../assist/assist-items.tsx"
import { ActionItem, allowed } from "../conversation/actions.tsx"
import { CloseDialog } from "../conversation/close-dialog.tsx"
import { useCommands } from "../desk/commands.ts"
import { useConversation, useDeskContext } from "../desk/desk-context.tsx"
import { AssignDialog } from "../transfer/assign-dialog.tsx"
import styles from "./board.module.css"
import { boardVisitor } from "./words.ts"

export function RowActions({ row }: { row: BoardConversation }) {
  const { desk } = useDeskContext()
  const [opened, setOpened] = useState(false)
  const [asking, setAsking] = useState<"assign" | "close">()
  const name = boardVisitor(row)
  // Whoever sees figures only has no conversations.
  if (!desk.get("conversation", row.id)) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed in here is not the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are of the buttons themselves
    <span className={styles.actions} onClick={event => event.stopPropagation()}>
      <Observe row={row} name={name} />
      <Menu width={240} opened={opened} onChange={setOpened} withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t`Actions for ${name}`}>
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>{opened && <Items id={row.id} ask={setAsking} />}</Menu.Dropdown>
      </Menu>
      {asking && <Asking id={row.id} about={asking} onClose={() => setAsking(undefined)} />}
    </span>
  )
}

/** The usual first step, one press away. */
function Observe({ row, name }: { row: BoardConversation; name: string }) {
  const { desk } = useDeskContext()
  const { run } = useCommands()
  const conversation = desk.get("conversation", row.id)
  const observe = conversation && allowed(conversation.actions, "observe")
  if (!observe || observe.off) return null
  return (
    <Tooltip label={t`Observe`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`Observe ${name}`}
        onClick={() => run({ type: "assist", conversation: row.id, mode: "observe" })}
      >
        <IconEye size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}

function Items({ id, ask }: { id: string; ask: (about: "assign" | "close") => void }) {
  const { run } = useCommands()
  const conversation = useConversation(id)
  if (!conversation) return null
  const { actions } = conversation
  const close = closing(conversation)
  return (
    <>
      <ActionItem action={allowed(actions, "assign")} onClick={() => ask("assign")}>
        {t`Assign…`}
      </ActionItem>
      <ActionItem
        action={allowed(actions, "requeue")}
        onClick={() => run({ type: "requeue", conversation: id })}
      >
        {t`Put back in queue`}
      </ActionItem>
      <ActionItem action={close} onClick={() => ask("close")}>
        {t`Close…`}
      </ActionItem>
      <AssistItems conversation={conversation} run={run} onRaise={() => {}} />
    </>
  )
}

const closing = ({ actions }: Conversation) =>
  allowed(actions, "close") ?? allowed(actions, "close_for_everybody")

function Asking({ id, about, onClose }: { id: string; about: "assign" | "close"; onClose: () => void }) {
  const conversation = useConversation(id)
  if (!conversation) return null
  return about === "assign" ? (
    <AssignDialog conversation={conversation} onClose={onClose} />
  ) : (
    <CloseDialog conversation={conversation} opened onClose={onClose} />
  )
}
