// Those who were asked to take part and have not come yet, each with a way to take it back; and ownership that
// came by somebody's leaving, which may be passed on for a while.

import type { Conversation, Invitation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { IconUserPlus } from "@tabler/icons-react"
import { ActionButton, allowed } from "../conversation/actions.tsx"
import styles from "../conversation/banners.module.css"
import { useCommands } from "../desk/commands.ts"
import { useDesk } from "../desk/desk-context.tsx"
import { Since, Until } from "../ui/times.tsx"
import { targetWords } from "../words.ts"

export function InvitationBanners({ conversation }: { conversation: Conversation }) {
  return (
    <>
      {conversation.invitations?.map(one => (
        <InvitationBanner key={one.id} conversation={conversation} invitation={one} />
      ))}
      {conversation.pass_ends_ms !== undefined && (
        <PassBanner conversation={conversation} until_ms={conversation.pass_ends_ms} />
      )}
    </>
  )
}

function InvitationBanner({
  conversation,
  invitation,
}: {
  conversation: Conversation
  invitation: Invitation
}) {
  const me = useDesk(desk => desk.you?.agent)
  const { run, busy } = useCommands()
  const { id, by, target, started_at_ms } = invitation
  return (
    <section className={styles.banner} aria-label={t`Invitation`}>
      <IconUserPlus size={20} stroke={1.6} aria-hidden="true" />
      <span className={styles.text} role="status">
        {by.id === me ? (
          <Trans>You are asking {targetWords(target)} to take part.</Trans>
        ) : (
          <Trans>
            {by.name} is asking {targetWords(target)} to take part.
          </Trans>
        )}{" "}
        <span className={styles.clock}>
          <Since at_ms={started_at_ms} />
        </span>
      </span>
      <span className={styles.buttons}>
        <ActionButton
          action={allowed(conversation.actions, "cancel_invitation")}
          variant="default"
          onClick={() => run({ type: "cancel_invitation", conversation: conversation.id, invitation: id })}
          loading={busy === "cancel_invitation"}
        >
          <Trans>Cancel invitation</Trans>
        </ActionButton>
      </span>
    </section>
  )
}

function PassBanner({ conversation, until_ms }: { conversation: Conversation; until_ms: number }) {
  const { run, busy } = useCommands()
  const pass = allowed(conversation.actions, "pass_ownership")
  if (!pass) return null
  return (
    <section className={styles.banner} aria-label={t`Ownership came to you`}>
      <span className={styles.text} role="status">
        <Trans>
          The owner left and it is yours now. You can pass it to the next guest for{" "}
          <span className={styles.clock}>
            <Until at_ms={until_ms} />
          </span>
          .
        </Trans>
      </span>
      <span className={styles.buttons}>
        <ActionButton
          action={pass}
          variant="default"
          onClick={() => run({ type: "pass_ownership", conversation: conversation.id })}
          loading={busy === "pass_ownership"}
        >
          <Trans>Pass on</Trans>
        </ActionButton>
      </span>
    </section>
  )
}
