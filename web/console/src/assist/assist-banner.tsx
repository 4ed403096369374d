// A supervisor in the conversation: how they are there and what else they may do; for the others, that they are.

import type { AssistMode, Conversation, Participant } from "@baton/protocol"
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
    <section className={styles.banner} aria-label="Supervisor" data-tone="violet">
      <Icon size={20} stroke={1.6} aria-hidden="true" />
      <span className={styles.text} role="status">
        {agent.name} is {modeWords[mode]}.{" "}
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
    <section className={styles.banner} aria-label="Assist" data-tone="violet">
      <Icon size={20} stroke={1.6} aria-hidden="true" />
      <span className={styles.text} role="status">
        You are {modeWords[mode]}
        {owner ? `; ${owner.name} stays the owner` : ""}.{" "}
        <span className={styles.clock}>
          <Since at_ms={since_ms} />
        </span>
      </span>
      <span className={styles.buttons}>
        <SegmentedControl
          size="xs"
          aria-label="How you are there"
          value={mode}
          onChange={next => {
            // The visitor reads along from there, so a slip of the hand is caught.
            if (mode === "whisper" && next === "join") setJoining(true)
            else change(next as AssistMode)
          }}
          data={[
            { value: "observe", label: "Observe" },
            { value: "whisper", label: "Whisper" },
            { value: "join", label: "Join" },
          ]}
        />
        <ActionButton
          action={allowed(actions, "take_over")}
          hint={owner ? `You become the owner; ${owner.name} leaves` : "You become the owner"}
          onClick={() => run({ type: "take_over", conversation: id })}
          loading={busy === "take_over"}
        >
          Take over
        </ActionButton>
      </span>
      {joining && (
        <AskDialog
          title="Join the visitor's chat?"
          outcome="You were whispering. From now on the visitor sees you and reads what you write as a reply."
          verb="Join"
          busy={busy === "assist"}
          onClose={() => setJoining(false)}
          onDo={async () => Boolean(await change("join", true))}
        />
      )}
    </section>
  )
}
