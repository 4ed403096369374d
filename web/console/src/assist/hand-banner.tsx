// A raised hand: who asks for a supervisor and why; supervisors take it, the owner takes it down.

import type { Conversation, Hand } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
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
    <section className={styles.banner} aria-label={t`Raised hand`}>
      <IconHandStop size={20} stroke={1.6} aria-hidden="true" />
      <span className={styles.text} role="status">
        {cause(conversation, hand)} {hand.note && <q dir="auto">{hand.note}</q>}{" "}
        {hand.alerted && t`Nobody came yet; every supervisor is called. `}
        <span className={styles.clock}>
          <Since at_ms={hand.since_ms} />
        </span>
      </span>
      <span className={styles.buttons}>
        <ActionButton
          action={take}
          hint={t`You whisper with the owner; the visitor does not see you`}
          onClick={() => run({ type: "take_hand", conversation: id, mode: "whisper" })}
          loading={busy === "take_hand"}
        >
          <Trans>Take the hand</Trans>
        </ActionButton>
        <ActionButton
          action={allowed(actions, "lower_hand")}
          variant="default"
          onClick={() => run({ type: "lower_hand", conversation: id })}
          loading={busy === "lower_hand"}
        >
          <Trans>Take it down</Trans>
        </ActionButton>
      </span>
    </section>
  )
}

function cause({ owner }: Conversation, hand: Hand): string {
  switch (hand.cause) {
    case "asked":
      return owner ? t`${owner.name} asks for a supervisor.` : t`The owner asks for a supervisor.`
    case "chain_limit":
      return t`It was handed over too often; a supervisor is asked before it moves on.`
    case "rule":
      return hand.rule
        ? t`A rule asks for a supervisor (${hand.rule.replaceAll("_", " ")}).`
        : t`A rule asks for a supervisor.`
  }
}
