// Who is here, in which role and for how long; the visitor first.

import type { Conversation } from "@baton/protocol"
import { useDesk } from "../desk/desk-context.tsx"
import { Avatar } from "../ui/avatar.tsx"
import { Since } from "../ui/times.tsx"
import { givenName, roleWords, visitorName } from "../words.ts"
import styles from "./participants.module.css"

export function Participants({ conversation }: { conversation: Conversation }) {
  const me = useDesk(desk => desk.you?.agent)
  const { visitor, participants, owner, status } = conversation
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
        <span className={styles.facts}>{visitor.connected ? "connected" : "away"}</span>
      </li>
      {participants.map(({ agent, role, since_ms }) => (
        <li key={agent.id} className={styles.person}>
          <Avatar kind="agent" name={agent.name} />
          <span className={styles.name} dir="auto">
            {agent.name}
            {agent.id === me && " (you)"}
          </span>
          <span className={styles.facts}>
            {roleWords[role]}
            {owner?.id === agent.id && !owner.connected && ", disconnected"} ·{" "}
            <Since at_ms={since_ms} label={roleWords[role]} />
          </span>
        </li>
      ))}
      {participants.length === 0 && (
        <li className={styles.nobody}>
          {status === "closed" ? "It is closed; no agent is here." : "No agent holds it; the queue does."}
        </li>
      )}
    </ul>
  )
}
