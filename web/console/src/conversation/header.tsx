// Who is helped, who owns it, who else is there, and the buttons for what may be done.

import type { Conversation, StaffCommand } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core"
import { IconArrowLeft, IconArrowsExchange, IconDots, IconLayoutSidebarRight } from "@tabler/icons-react"
import { useState } from "react"
import { AssistItems } from "../assist/assist-items.tsx"
import { InviteDialog } from "../conference/invite-dialog.tsx"
import { useCommands } from "../desk/commands.ts"
import { useDesk } from "../desk/desk-context.tsx"
import { EscalateButton } from "../escalation/escalate-button.tsx"
import { AssignDialog } from "../transfer/assign-dialog.tsx"
import { AskDialog } from "../ui/ask-dialog.tsx"
import { Avatar } from "../ui/avatar.tsx"
import { Tier } from "../ui/tier.tsx"
import { Since } from "../ui/times.tsx"
import { closedWords, givenName, roleWords, visitorName } from "../words.ts"
import { ActionButton, ActionItem, allowed } from "./actions.tsx"
import styles from "./header.module.css"

interface HeaderProps {
  conversation: Conversation
  details: { shown: boolean; toggle: () => void } | undefined
  onBack: () => void
  onTransfer: () => void
  onClose: () => void
}

export function ConversationHeader({ conversation, details, onBack, onTransfer, onClose }: HeaderProps) {
  const { run, busy } = useCommands()
  const { id, actions } = conversation
  const ask = (type: "leave" | "hand_back" | "park" | "wake" | "pull" | "requeue" | "answer_message") => () =>
    run({ type, conversation: id })
  const leave = allowed(actions, "leave")
  return (
    <header className={styles.header}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        className={styles.back}
        aria-label={t`Back to inbox`}
        onClick={onBack}
      >
        <IconArrowLeft size={20} stroke={1.6} />
      </ActionIcon>
      <Who conversation={conversation} />
      <div className={styles.actions}>
        <ActionButton action={allowed(actions, "pull")} onClick={ask("pull")} loading={busy === "pull"}>
          <Trans>Take from queue</Trans>
        </ActionButton>
        <ActionButton
          action={allowed(actions, "answer_message")}
          onClick={ask("answer_message")}
          loading={busy === "answer_message"}
        >
          <Trans>Mark as answered</Trans>
        </ActionButton>
        <ActionButton action={allowed(actions, "wake")} onClick={ask("wake")} loading={busy === "wake"}>
          <Trans>Wake</Trans>
        </ActionButton>
        {/* What a supervisor took over; that of an introduction stands with it. */}
        {!conversation.transfer && (
          <ActionButton
            action={allowed(actions, "hand_back")}
            variant="default"
            onClick={ask("hand_back")}
            loading={busy === "hand_back"}
            hint={t`It goes back to the agent it was taken from`}
          >
            <Trans>Hand back</Trans>
          </ActionButton>
        )}
        <EscalateButton conversation={conversation} />
        <ActionButton
          action={allowed(actions, "transfer")}
          variant="light"
          leftSection={<IconArrowsExchange size={18} stroke={1.6} aria-hidden="true" />}
          onClick={onTransfer}
        >
          <Trans>Transfer</Trans>
        </ActionButton>
        {leave ? (
          <ActionButton
            action={leave}
            variant="default"
            onClick={ask("leave")}
            loading={busy === "leave"}
            hint={t`The others stay`}
          >
            <Trans>Leave</Trans>
          </ActionButton>
        ) : (
          <ActionButton
            action={allowed(actions, "close")}
            variant="default"
            onClick={onClose}
            aria-label={t`Close conversation`}
          >
            <Trans>Close</Trans>
          </ActionButton>
        )}
        <MoreActions
          conversation={conversation}
          busy={busy}
          run={run}
          onClose={leave ? onClose : undefined}
        />
        {details && (
          <Tooltip label={details.shown ? t`Hide details` : t`Show details`}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t`Show details`}
              aria-pressed={details.shown}
              onClick={details.toggle}
            >
              <IconLayoutSidebarRight size={20} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </header>
  )
}

function Who({ conversation }: { conversation: Conversation }) {
  const me = useDesk(desk => desk.you?.agent)
  const { owner, queue, visitor, participants, status, closed, wait } = conversation
  return (
    <div className={styles.who}>
      <Avatar
        kind="visitor"
        name={givenName(conversation)}
        size={36}
        presence={visitor.connected ? "here" : "away"}
      />
      <div className={styles.names}>
        <h2 className={styles.visitor} dir="auto">
          {visitorName(conversation)}
          <span className="hidden">{visitor.connected ? t`, connected` : t`, away`}</span>
        </h2>
        <p className={styles.line}>
          <span className={styles.holder}>
            {closed && closedWords[closed]}
            {!closed && owner && ownerInWords(owner, me)}
            {!closed && wait && (
              <Trans>
                Waiting <Since at_ms={wait.since_ms} label={t`Waiting`} />
              </Trans>
            )}
            {status === "parked" && t` · parked`}
          </span>
          <span className={styles.queue}>
            {queue.name} <Tier tier={queue.tier} />
          </span>
        </p>
      </div>
      {participants.length > 1 && (
        <ul className={styles.present} aria-label={t`Present`}>
          {participants.map(({ agent, role }) => (
            <Tooltip key={agent.id} label={`${agent.id === me ? t`You` : agent.name}: ${roleWords[role]}`}>
              <li>
                <Avatar kind="agent" name={agent.name} size={28} />
                <span className="hidden">{`${agent.name}, ${roleWords[role]}`}</span>
              </li>
            </Tooltip>
          ))}
        </ul>
      )}
    </div>
  )
}

interface MoreActionsProps {
  conversation: Conversation
  busy: StaffCommand["type"] | undefined
  run: (command: StaffCommand) => Promise<unknown>
  /** Where Leave took the place of Close. */
  onClose: (() => void) | undefined
}

function MoreActions({ conversation, busy, run, onClose }: MoreActionsProps) {
  const [asking, setAsking] = useState<"assign" | "invite" | "return" | "raise_hand">()
  const done = () => setAsking(undefined)
  const { id, actions, priority } = conversation
  const park = allowed(actions, "park")
  const setPriority = allowed(actions, "set_priority")
  const assign = allowed(actions, "assign")
  const requeue = allowed(actions, "requeue")
  const close = onClose && allowed(actions, "close_for_everybody")
  const helps = (["raise_hand", "observe", "whisper", "join"] as const).some(one => allowed(actions, one))
  if (!park && !setPriority && !assign && !requeue && !close && !helps) return null
  return (
    <>
      <Menu width={240} closeOnItemClick>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            px={8}
            aria-label={t`More actions`}
            loading={busy === "set_priority"}
          >
            <IconDots size={20} stroke={1.6} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ActionItem action={allowed(actions, "invite")} onClick={() => setAsking("invite")}>
            {t`Invite…`}
          </ActionItem>
          <ActionItem action={allowed(actions, "return")} onClick={() => setAsking("return")}>
            {t`Give back…`}
          </ActionItem>
          <ActionItem action={park} onClick={() => run({ type: "park", conversation: id })}>
            {t`Park`}
          </ActionItem>
          <ActionItem action={assign} onClick={() => setAsking("assign")}>
            {t`Assign…`}
          </ActionItem>
          <ActionItem action={requeue} onClick={() => run({ type: "requeue", conversation: id })}>
            {t`Put back in queue`}
          </ActionItem>
          <ActionItem action={close} onClick={() => onClose?.()}>
            {t`Close for everybody…`}
          </ActionItem>
          <AssistItems conversation={conversation} run={run} onRaise={() => setAsking("raise_hand")} />
          {setPriority && !setPriority.off && (
            <>
              <Menu.Divider />
              <Menu.Label>
                <Trans>Priority, 9 first</Trans>
              </Menu.Label>
              <div className={styles.priorities}>
                {[9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map(value => (
                  <Menu.Item
                    key={value}
                    className={styles.priority}
                    data-chosen={value === priority}
                    aria-label={t`Priority ${value}${value === priority ? t`, chosen` : ""}`}
                    onClick={() => run({ type: "set_priority", conversation: id, priority: value })}
                  >
                    {String(value)}
                  </Menu.Item>
                ))}
              </div>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking === "assign" && <AssignDialog conversation={conversation} onClose={done} />}
      {asking === "invite" && <InviteDialog conversation={conversation} onClose={done} />}
      {asking === "return" && (
        <AskDialog
          title={t`Give it back?`}
          outcome={t`It goes to the agent who had it before you, or to their queue if they are not there.`}
          note={{
            readers: t`Read by staff before they accept`,
            placeholder: t`What was done, and what is left`,
          }}
          verb={t`Give back`}
          busy={busy === "return"}
          onClose={done}
          onDo={async text =>
            Boolean(await run({ type: "return", conversation: id, ...(text && { note: { text } }) }))
          }
        />
      )}
      {asking === "raise_hand" && (
        <AskDialog
          title={t`Ask for a supervisor?`}
          outcome={t`Supervisors of your teams see your hand; the first one comes. You stay the owner.`}
          note={{ readers: t`Read by supervisors`, placeholder: t`What you need` }}
          verb={t`Raise hand`}
          busy={busy === "raise_hand"}
          onClose={done}
          onDo={async note =>
            Boolean(await run({ type: "raise_hand", conversation: id, ...(note && { note }) }))
          }
        />
      )}
    </>
  )
}

function ownerInWords(
  { id, name, connected }: NonNullable<Conversation["owner"]>,
  me: string | undefined,
): string {
  const who = id === me ? t`Owner: you` : t`Owner: ${name}`
  return connected ? who : t`${who} (disconnected)`
}
