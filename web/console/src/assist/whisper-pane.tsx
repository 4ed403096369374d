// Whispers: what a supervisor and the owner say to each other while the visitor reads nothing of it.

import type { Conversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Textarea } from "@mantine/core"
import { IconLock, IconSend2 } from "@tabler/icons-react"
import type { KeyboardEvent } from "react"
import { allowed } from "../conversation/actions.tsx"
import { useDraft } from "../conversation/drafts.ts"
import { TranscriptPane } from "../conversation/transcript.tsx"
import { usePost } from "../desk/commands.ts"
import styles from "./whisper-pane.module.css"

export function WhisperPane({ conversation }: { conversation: Conversation }) {
  const write = allowed(conversation.actions, "write_whisper")
  return (
    <>
      <div className={styles.transcript}>
        <TranscriptPane conversation={conversation.id} channel="whisper" />
      </div>
      {write && <WhisperField conversation={conversation.id} />}
    </>
  )
}

function WhisperField({ conversation }: { conversation: string }) {
  const post = usePost()
  const [text, setText] = useDraft(conversation, "whisper")
  const send = () => {
    const words = text.trim()
    if (words === "") return
    post({ conversation, audience: "whisper", text: words, files: [] })
    setText("")
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== "Enter" || event.shiftKey) return
    event.preventDefault()
    send()
  }
  return (
    <div className={styles.field}>
      <span className={styles.who}>
        <Trans>
          <IconLock size={14} stroke={1.8} aria-hidden="true" /> Only supervisors and the owner read this
        </Trans>
      </span>
      <Textarea
        className={styles.text}
        aria-label={t`Whisper`}
        placeholder={t`Whisper`}
        variant="unstyled"
        autosize
        minRows={1}
        maxRows={6}
        dir="auto"
        data-autofocus
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button
        color="violet"
        onClick={send}
        disabled={text.trim() === ""}
        rightSection={<IconSend2 size={16} stroke={1.8} aria-hidden="true" />}
      >
        <Trans>Whisper</Trans>
      </Button>
    </div>
  )
}
