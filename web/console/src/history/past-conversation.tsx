// A conversation to read, whatever has become of it: transcript, metadata and flow, with a place in it in sight.

import type { StaffTranscript } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Tabs } from "@mantine/core"
import { IconTimeline } from "@tabler/icons-react"
import { useQuery } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { TranscriptSkeleton } from "../conversation/transcript-skeleton.tsx"
import { useDeskContext } from "../desk/desk-context.tsx"
import { FlowDialog } from "../flow/flow-dialog.tsx"
import { errorInWords } from "../server-words/problems.ts"
import { http } from "../session/session.ts"
import { Message } from "../ui/message.tsx"
import { Metadata } from "./metadata.tsx"
import styles from "./past-conversation.module.css"
import { PastTranscript } from "./past-transcript.tsx"

interface PastConversationProps {
  conversation: string
  /** What its visitor is called. */
  name: string
  /** The line to begin reading at; else from the start. */
  at?: number | undefined
  before?: ReactNode
  after?: ReactNode
}

export function PastConversation({ conversation, name, at, before, after }: PastConversationProps) {
  const transcript = useWholeTranscript(conversation)
  const [flow, setFlow] = useState(false)
  return (
    <article className={styles.pane} aria-label={t`Conversation with ${name}`}>
      <Tabs className={styles.tabs} defaultValue="transcript" keepMounted={false}>
        <header className={styles.head}>
          {before}
          <h2 className={styles.name} dir="auto">
            {name}
          </h2>
          <Tabs.List>
            <Tabs.Tab value="transcript">
              <Trans>Transcript</Trans>
            </Tabs.Tab>
            <Tabs.Tab value="metadata">
              <Trans>Metadata</Trans>
            </Tabs.Tab>
          </Tabs.List>
          <span className={styles.spring} />
          {transcript.data && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconTimeline size={16} aria-hidden="true" />}
              onClick={() => setFlow(true)}
            >
              <Trans>Flow</Trans>
            </Button>
          )}
          {after}
        </header>
        <Tabs.Panel value="transcript" className={styles.panel}>
          {transcript.isError && (
            <Message title={t`The transcript cannot be read`}>{errorInWords(transcript.error)}</Message>
          )}
          {transcript.isPending && <TranscriptSkeleton />}
          {transcript.data && <PastTranscript lines={transcript.data} at={at} />}
        </Tabs.Panel>
        <Tabs.Panel value="metadata" className={styles.panel}>
          <div className={styles.metadata}>
            <Metadata conversation={conversation} />
          </div>
        </Tabs.Panel>
      </Tabs>
      {flow && transcript.data && (
        <FlowDialog
          conversation={conversation}
          name={name}
          lines={transcript.data}
          onClose={() => setFlow(false)}
        />
      )}
    </article>
  )
}

/** Every line there is at this moment. */
function useWholeTranscript(conversation: string) {
  const { base } = useDeskContext()
  return useQuery({
    queryKey: ["transcript", base, conversation],
    queryFn: async ({ signal }) => {
      const lines: StaffTranscript["lines"] = []
      let after: number | undefined = 0
      while (after !== undefined) {
        const page: StaffTranscript = await http.get(
          `${base}/conversations/${conversation}/transcript?after=${after}&limit=500`,
          signal,
        )
        lines.push(...page.lines)
        after = page.next
      }
      return lines
    },
  })
}
