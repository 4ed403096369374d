// What visitors left while nobody could answer: words, since when, and the two things to do about it.

import type { Conversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, SegmentedControl } from "@mantine/core"
import { IconAlertTriangle, IconCheck, IconMail } from "@tabler/icons-react"
import { useState } from "react"
import { allowed } from "../conversation/actions.tsx"
import { useCommands } from "../desk/commands.ts"
import { Message } from "../ui/message.tsx"
import { Since } from "../ui/times.tsx"
import { visitorName } from "../words.ts"
import { AnsweredMessages } from "./answered-messages.tsx"
import styles from "./left-messages.module.css"

interface LeftMessagesProps {
  conversations: readonly Conversation[]
  selected: string | undefined
  select: (conversation: string) => void
}

/** Those nobody has answered; or the others, on request. */
export function LeftMessages(props: LeftMessagesProps) {
  const [which, setWhich] = useState("open")
  return (
    <>
      <SegmentedControl
        className={styles.which}
        size="xs"
        aria-label={t`Which messages`}
        data={[
          { value: "open", label: t`Open` },
          { value: "answered", label: t`Answered` },
        ]}
        value={which}
        onChange={setWhich}
      />
      {which === "open" ? <OpenMessages {...props} /> : <AnsweredMessages />}
    </>
  )
}

/** The oldest first: it has waited longest. */
function OpenMessages({ conversations, selected, select }: LeftMessagesProps) {
  const inOrder = conversations.toSorted((a, b) => a.held_since_ms - b.held_since_ms)
  if (inOrder.length === 0) {
    return (
      <Message title={t`No message is open`}>
        <Trans>What visitors leave while nobody is there stands here until somebody has answered it.</Trans>
      </Message>
    )
  }
  return (
    <ul className={styles.list}>
      {inOrder.map(one => (
        <LeftMessage
          key={one.id}
          conversation={one}
          selected={one.id === selected}
          onSelect={() => select(one.id)}
        />
      ))}
    </ul>
  )
}

interface LeftMessageProps {
  conversation: Conversation
  selected: boolean
  onSelect: () => void
}

function LeftMessage({ conversation, selected, onSelect }: LeftMessageProps) {
  const { run, busy } = useCommands()
  const { id, message, visitor, queue, held_since_ms, actions } = conversation
  const name = visitorName(conversation)
  const { email } = visitor.attributes
  const answer = allowed(actions, "answer_message")
  if (!message) return null
  return (
    <li className={styles.message} data-selected={selected}>
      <button
        type="button"
        className={styles.head}
        aria-current={selected ? "true" : undefined}
        aria-label={t`Message from ${name}`}
        onClick={onSelect}
      >
        <strong className={styles.name} dir="auto">
          {name}
        </strong>
        <span className={styles.since}>
          <Since at_ms={held_since_ms} label={t`Waiting`} />
        </span>
      </button>
      <p className={styles.text} dir="auto">
        {message.text}
      </p>
      <p className={styles.about}>
        {queue.name}
        {message.alerted && (
          <span className={styles.alerted}>
            <IconAlertTriangle size={14} aria-hidden="true" /> {t`Longer than a working day`}
          </span>
        )}
      </p>
      <div className={styles.buttons}>
        {email && (
          <Button
            component="a"
            href={`mailto:${encodeURIComponent(email)}`}
            size="compact-sm"
            variant="default"
            leftSection={<IconMail size={14} aria-hidden="true" />}
          >
            {t`Reply by e-mail`}
          </Button>
        )}
        {answer && (
          <Button
            size="compact-sm"
            variant="light"
            disabled={answer.off !== undefined}
            loading={busy === "answer_message"}
            leftSection={<IconCheck size={14} aria-hidden="true" />}
            onClick={() => run({ type: "answer_message", conversation: id })}
          >
            {t`Mark as answered`}
          </Button>
        )}
      </div>
    </li>
  )
}
