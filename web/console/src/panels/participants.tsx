// Who is here, in which role and for how long; the visitor first.

import type { Conversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { allowed } from "../conversation/actions.tsx"
import { useCommands } from "../desk/commands.ts"
import { useDesk } from "../desk/desk-context.tsx"
import { Avatar } from "../ui/avatar.tsx"
import { Since } from "../ui/times.tsx"
import { givenName, modeWords, roleWords, visitorName } from "../words.ts"
import styles from "./participants.module.css"

export function Participants({ conversation }: { conversation: Conversation }) {
  const me = useDesk(desk => desk.you?.agent)
  const { run, busy } = useCommands()
  const { id, visitor, participants, owner, status, actions } = conversation
  const [remove, makeOwner] = [allowed(actions, "remove_guest"), allowed(actions, "make_owner")]
  return (
    <ul className={styles.list}>
      <li className={styles.person}>
        <Avatar
          kind="visitor"
          name={givenName(conversation)}
          presence={visitor.connected ? "here" : "away"}
        />
        <span className={styles.name} dir="auto">
          {visitorName(conversation)}
        </span>
        <span className={styles.facts}>{visitor.connected ? t`connected` : t`away`}</span>
      </li>
      {participants.map(({ agent, role, mode, since_ms }) => (
        <li key={agent.id} className={styles.person}>
          <Avatar kind="agent" name={agent.name} />
          <span className={styles.name} dir="auto">
            {agent.id === me ? t`${agent.name} (you)` : agent.name}
          </span>
          <span className={styles.facts}>
            {roleWords[role]}
            {mode && `, ${modeWords[mode]}`}
            {owner?.id === agent.id && !owner.connected && t`, disconnected`} ·{" "}
            <Since at_ms={since_ms} label={roleWords[role]} />
          </span>
          {role === "guest" && (remove || makeOwner) && (
            <span className={styles.buttons}>
              {makeOwner && !makeOwner.off && (
                <Button
                  size="compact-xs"
                  variant="light"
                  loading={busy === "make_owner"}
                  onClick={() => run({ type: "make_owner", conversation: id, agent: agent.id })}
                >
                  <Trans>Make owner</Trans>
                </Button>
              )}
              {remove && !remove.off && (
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={busy === "remove_guest"}
                  onClick={() => run({ type: "remove_guest", conversation: id, agent: agent.id })}
                >
                  <Trans>Remove</Trans>
                </Button>
              )}
            </span>
          )}
        </li>
      ))}
      {participants.length === 0 && (
        <li className={styles.nobody}>
          {status === "closed" ? t`It is closed; no agent is here.` : t`No agent holds it; the queue does.`}
        </li>
      )}
    </ul>
  )
}
