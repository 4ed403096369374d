// Handed over often: by whom, whether it came back to somebody, and a move that waits for a supervisor.

import type { Chain, Conversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Plural, Trans } from "@lingui/react/macro"
import { IconRoute } from "@tabler/icons-react"
import { ActionButton, allowed } from "../conversation/actions.tsx"
import styles from "../conversation/banners.module.css"
import { useCommands } from "../desk/commands.ts"
import { Until } from "../ui/times.tsx"

export function ChainBanner({ conversation, chain }: { conversation: Conversation; chain: Chain }) {
  const { run, busy } = useCommands()
  const allow = allowed(conversation.actions, "allow_move")
  const path = [...chain.owners.map(one => one.agent.name), conversation.owner?.name].filter(Boolean)
  return (
    <section
      className={styles.banner}
      aria-label={t`Chain of hand-overs`}
      data-tone={chain.limit_reached ? "red" : undefined}
    >
      <IconRoute size={20} stroke={1.6} aria-hidden="true" />
      <span className={styles.text} role="status">
        <strong>
          <Plural value={conversation.hops} one="Handed over once:" other="Handed over # times:" />
        </strong>{" "}
        {path.join(" → ")}
        {chain.looped && t`, and it came back to somebody`}. {stopped(chain)}{" "}
        {chain.stopped === "asked" && chain.allowed_at_ms !== undefined && (
          <span className={styles.clock}>
            <Until at_ms={chain.allowed_at_ms} />
          </span>
        )}
      </span>
      <span className={styles.buttons}>
        <ActionButton
          action={allow}
          hint={t`The owner may hand it on once more`}
          onClick={() => run({ type: "allow_move", conversation: conversation.id })}
          loading={busy === "allow_move"}
        >
          <Trans>Allow the move</Trans>
        </ActionButton>
      </span>
    </section>
  )
}

function stopped({ stopped, limit_reached }: Chain): string {
  switch (stopped) {
    case "asked":
      return t`The next move waits for a supervisor; without an answer it is allowed in`
    case "answered":
      return t`A supervisor is here; they may allow the next move.`
    case "allowed":
      return t`The next move is allowed.`
    case undefined:
      return limit_reached ? t`It cannot be handed on just so.` : ""
  }
}
