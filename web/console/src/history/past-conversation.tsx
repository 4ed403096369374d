// A conversation to read, whatever has become of it: transcript, metadata and flow, with a place in it in sight. Who
// may only see how it went is shown no transcript.

import type { ReportConversation, StaffTranscript } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Tabs } from "@mantine/core"
import { IconLock, IconTimeline } from "@tabler/icons-react"
import { useQuery } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { TranscriptSkeleton } from "../conversation/transcript-skeleton.tsx"
import { useDeskContext } from "../desk/desk-context.tsx"
import { FlowDialog } from "../flow/flow-dialog.tsx"
import { errorInWords } from "../server-words/problems.ts"
import { http } from "../session/session.ts"
import { Message } from "../ui/message.tsx"
import { KeepMenu } from "./keep-menu.tsx"
import { Metadata } from "./metadata.tsx"
import styles from "./past-conversation.module.css"
import { PastTranscript } from "./past-transcript.tsx"

interface PastConversationProps {
  conversation: string
  /** What it is called: by its visitor, or by its number. */
  name: string
  /** What its visitor is called, where that is known. */
  visitor?: string | undefined
  /** The line to begin reading at; else from the start. */
  at?: number | undefined
  /** How much of it one may open; all of it if nothing is said. */
  sight?: ReportConversation["sight"] | undefined
  before?: ReactNode
  after?: ReactNode
}

export function PastConversation(props: PastConversationProps) {
  const { conversation, name, visitor, at, sight = "words", before, after } = props
  const words = sight === "words"
  const transcript = useWholeTranscript(conversation, words)
  const [flow, setFlow] = useState(false)
  return (
    <article className={styles.pane} aria-label={t`Conversation with ${name}`}>
      <Tabs className={styles.tabs} defaultValue={words ? "transcript" : "metadata"} keepMounted={false}>
        <header className={styles.head}>
          {before}
          <h2 className={styles.name} dir="auto">
            {name}
          </h2>
          {sight !== "nothing" && (
            <Tabs.List>
              {words && (
                <Tabs.Tab value="transcript">
                  <Trans>Transcript</Trans>
                </Tabs.Tab>
              )}
              <Tabs.Tab value="metadata">
                <Trans>Metadata</Trans>
              </Tabs.Tab>
            </Tabs.List>
          )}
          <span className={styles.spring} />
          {transcript.data && <KeepMenu conversation={conversation} />}
          {(transcript.data || sight === "course") && (
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
          {transcript.data && <PastTranscript lines={transcript.data} at={at} visitor={visitor} />}
        </Tabs.Panel>
        <Tabs.Panel value="metadata" className={styles.panel}>
          {sight === "nothing" ? (
            <Message title={t`A conversation of another team`} icon={<IconLock size={28} stroke={1.5} />}>
              <Trans>It counts here, and is for its own team to read.</Trans>
            </Message>
          ) : (
            <div className={styles.metadata}>
              <Metadata conversation={conversation} />
            </div>
          )}
        </Tabs.Panel>
      </Tabs>
      {flow && (
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
function useWholeTranscript(conversation: string, enabled: boolean) {
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
    enabled,
  })
}
