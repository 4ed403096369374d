// A supervisor in the conversation: how they are there and what else they may do; for the others, that they are.

import type { AssistMode, Conversation, Participant } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { SegmentedControl } from "@mantine/core"
import { IconEye, IconMessageCircle, IconMessageShare } from "@tabler/icons-react"
import { useState } from "react"
import { ActionButton, allowed } from "../conversation/actions.tsx"
import styles from "../conversation/banners.module.css"
import { useCommands } from "../desk/commands.ts"
import { useDesk } from "../desk/desk-context.tsx"
import { AskDialog } from "../ui/ask-dialog.tsx"
import { Since } from "../ui/times.tsx"
import { modeWords } from "../words.ts"

const icons = { observe: IconEye, whisper: IconMessageShare, join: IconMessageCircle } as const

export function AssistBanners({ conversation }: { conversation: Conversation }) {
  const me = useDesk(desk => desk.you?.agent)
  return (
    <>
      {conversation.participants
        .filter(one => one.mode !== undefined)
        .map(one =>
          one.agent.id === me ? (
            <MyAssist
              key={one.agent.id}
              conversation={conversation}
              since_ms={one.since_ms}
              mode={one.mode}
            />
          ) : (
            <TheirAssist key={one.agent.id} participant={one} />
          ),
        )}
    </>
  )
}

function TheirAssist({ participant: { agent, mode = "observe", since_ms } }: { participant: Participant }) {
  const Icon = icons[mode]
  return (
    <section className={styles.banner} aria-label={t`Supervisor`} data-tone="violet">
      <Icon size={20} stroke={1.6} aria-hidden="true" />
      <span className={styles.text} role="status">
        <Trans>
          {agent.name} is {modeWords[mode]}.
        </Trans>{" "}
        <span className={styles.clock}>
          <Since at_ms={since_ms} />
        </span>
      </span>
    </section>
  )
}

interface MyAssistProps {
  conversation: Conversation
  mode: AssistMode | undefined
  since_ms: number
}

function MyAssist({ conversation, mode = "observe", since_ms }: MyAssistProps) {
  const { run, busy } = useCommands()
  const [joining, setJoining] = useState(false)
  const { id, actions, owner } = conversation
  const Icon = icons[mode]
  const change = (next: AssistMode, confirmed = false) =>
    run({ type: "assist", conversation: id, mode: next, confirmed })
  return (
    <section className={styles.banner} aria-label={t`Assist`} data-tone="violet">
      <Icon size={20} stroke={1.6} aria-hidden="true" />
      <span className={styles.text} role="status">
        {owner ? (
          <Trans>
            You are {modeWords[mode]}; {owner.name} stays the owner.
          </Trans>
        ) : (
          <Trans>You are {modeWords[mode]}.</Trans>
        )}{" "}
        <span className={styles.clock}>
          <Since at_ms={since_ms} />
        </span>
      </span>
      <span className={styles.buttons}>
        <SegmentedControl
          size="xs"
          aria-label={t`How you are there`}
          value={mode}
          onChange={next => {
            // The visitor reads along from there, so a slip of the hand is caught.
            if (mode === "whisper" && next === "join") setJoining(true)
            else change(next as AssistMode)
          }}
          data={[
            { value: "observe", label: t`Observe` },
            { value: "whisper", label: t`Whisper` },
            { value: "join", label: t`Join` },
          ]}
        />
        <ActionButton
          action={allowed(actions, "take_over")}
          hint={owner ? t`You become the owner; ${owner.name} leaves` : t`You become the owner`}
          onClick={() => run({ type: "take_over", conversation: id })}
          loading={busy === "take_over"}
        >
          <Trans>Take over</Trans>
        </ActionButton>
      </span>
      {joining && (
        <AskDialog
          title={t`Join the visitor's chat?`}
          outcome={t`You were whispering. From now on the visitor sees you and reads what you write as a reply.`}
          verb={t`Join`}
          busy={busy === "assist"}
          onClose={() => setJoining(false)}
          onDo={async () => Boolean(await change("join", true))}
        />
      )}
    </section>
  )
}
