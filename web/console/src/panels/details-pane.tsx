// The right pane: the note of an open hand-over, who the visitor is, who takes part, and where the conversation stands.

import type { Conversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { ActionIcon } from "@mantine/core"
import { IconArrowLeft } from "@tabler/icons-react"
import type { ReactNode } from "react"
import { NoteCard } from "../offer/note-card.tsx"
import styles from "./details-pane.module.css"
import { Facts } from "./facts.tsx"
import { MetadataPanel } from "./metadata-panel.tsx"
import { Participants } from "./participants.tsx"
import { VisitorPanel } from "./visitor-panel.tsx"

interface DetailsPaneProps {
  conversation: Conversation
  /** Where it covers the conversation. */
  onBack: (() => void) | undefined
}

export function DetailsPane({ conversation, onBack }: DetailsPaneProps) {
  return (
    <div className={styles.pane}>
      {onBack && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t`Back to conversation`}
          onClick={onBack}
        >
          <IconArrowLeft size={20} stroke={1.6} />
        </ActionIcon>
      )}
      {conversation.transfer?.note && <NoteCard note={conversation.transfer.note} />}
      <Panel title={t`Visitor`}>
        <VisitorPanel conversation={conversation} />
      </Panel>
      <Panel title={t`Participants`}>
        <Participants conversation={conversation} />
      </Panel>
      <Panel title={t`Details`}>
        <Facts conversation={conversation} />
      </Panel>
      <Panel title={t`Metadata`}>
        <MetadataPanel conversation={conversation.id} />
      </Panel>
    </div>
  )
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.panel} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  )
}
