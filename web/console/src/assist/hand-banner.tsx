// A raised hand: who asks for a supervisor and why; supervisors take it, the owner takes it down.

import type { Conversation, Hand } from "@baton/protocol"
import { IconHandStop } from "@tabler/icons-react"
import { ActionButton, allowed } from "../conversation/actions.tsx"
import styles from "../conversation/banners.module.css"
import { useCommands } from "../desk/commands.ts"
import { Since } from "../ui/times.tsx"

export function HandBanner({ conversation, hand }: { conversation: Conversation; hand: Hand }) {
  const { run, busy } = useCommands()
  const { id, actions } = conversation
  const take = allowed(actions, "take_hand")
  return (
    <section className={styles.banner} aria-label="Raised hand">
      <IconHandStop size={20} stroke={1.6} aria-hidden="true" />
      <span className={styles.text} role="status">
        {cause(conversation, hand)} {hand.note && <q dir="auto">{hand.note}</q>}{" "}
        {hand.alerted && "Nobody came yet; every supervisor is called. "}
        <span className={styles.clock}>
          <Since at_ms={hand.since_ms} />
        </span>
      </span>
      <span className={styles.buttons}>
        <ActionButton
          action={take}
          hint="You whisper with the owner; the visitor does not see you"
          onClick={() => run({ type: "take_hand", conversation: id, mode: "whisper" })}
          loading={busy === "take_hand"}
        >
          Take the hand
        </ActionButton>
        <ActionButton
          action={allowed(actions, "lower_hand")}
          variant="default"
          onClick={() => run({ type: "lower_hand", conversation: id })}
          loading={busy === "lower_hand"}
        >
          Take it down
        </ActionButton>
      </span>
    </section>
  )
}

function cause({ owner }: Conversation, hand: Hand): string {
  switch (hand.cause) {
    case "asked":
      return `${owner?.name ?? "The owner"} asks for a supervisor.`
    case "chain_limit":
      return "It was handed over too often; a supervisor is asked before it moves on."
    case "rule":
      return `A rule asks for a supervisor${hand.rule ? ` (${hand.rule.replaceAll("_", " ")})` : ""}.`
  }
}
