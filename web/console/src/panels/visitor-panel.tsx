// What is known of the visitor, and the conversation they had before this one.

import type { Conversation, StaffTranscript } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Modal } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { RowView } from "../conversation/row-view.tsx"
import { rowsOf } from "../conversation/rows.ts"
import { TranscriptSkeleton } from "../conversation/transcript-skeleton.tsx"
import { useDeskContext } from "../desk/desk-context.tsx"
import { FlowDialog } from "../flow/flow-dialog.tsx"
import { errorInWords } from "../server-words/problems.ts"
import { http } from "../session/session.ts"
import { visitorName } from "../words.ts"
import styles from "./facts.module.css"

export function VisitorPanel({ conversation }: { conversation: Conversation }) {
  const [reading, setReading] = useState(false)
  const name = visitorName(conversation)
  const attributes = Object.entries(conversation.visitor.attributes).filter(([, value]) => value !== name)
  const { previous } = conversation
  return (
    <>
      <strong dir="auto">{name}</strong>
      {attributes.length > 0 ? (
        <dl className={styles.facts}>
          {attributes.map(([name, value]) => (
            <Attribute key={name} name={name} value={value} />
          ))}
        </dl>
      ) : (
        <span className={styles.none}>
          <Trans>The page told nothing about this visitor.</Trans>
        </span>
      )}
      {previous && (
        <Button variant="default" size="xs" onClick={() => setReading(true)}>
          <Trans>Previous conversation</Trans>
        </Button>
      )}
      {previous && reading && <Previous conversation={previous} onClose={() => setReading(false)} />}
    </>
  )
}

function Attribute({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name.replaceAll("_", " ")}</dt>
      <dd dir="auto">{value}</dd>
    </>
  )
}

/** The end of an earlier conversation is long past changing, so it is read once. */
function Previous({ conversation, onClose }: { conversation: string; onClose: () => void }) {
  const { base } = useDeskContext()
  const transcript = useQuery({
    queryKey: ["transcript", base, conversation],
    queryFn: async ({ signal }) => {
      const lines: StaffTranscript["lines"] = []
      let after: number | undefined = 0
      while (after !== undefined) {
        const page: StaffTranscript = await http.get(
          `${base}/conversations/${conversation}/transcript?after=${after}&limit=200`,
          signal,
        )
        lines.push(...page.lines)
        after = page.next
      }
      return lines
    },
  })
  const [flow, setFlow] = useState(false)
  return (
    <Modal opened onClose={onClose} title={t`Previous conversation, ${conversation}`} size="lg">
      {transcript.isError && errorInWords(transcript.error)}
      {transcript.isPending && <TranscriptSkeleton />}
      {transcript.data && (
        <Button variant="default" size="xs" onClick={() => setFlow(true)}>
          <Trans>Flow</Trans>
        </Button>
      )}
      {rowsOf(transcript.data ?? []).map(row => (
        <RowView key={row.key} row={row} />
      ))}
      {flow && transcript.data && (
        <FlowDialog
          conversation={conversation}
          name={conversation}
          lines={transcript.data}
          onClose={() => setFlow(false)}
        />
      )}
    </Modal>
  )
}
