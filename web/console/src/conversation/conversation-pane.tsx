// One conversation: header, what is moving, transcript, and a place to write or to wrap up.

import type { Conversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { useEffect, useState } from "react"
import { useMe } from "../desk/desk-context.tsx"
import { TransferDialog, type TransferStart } from "../transfer/transfer-dialog.tsx"
import { visitorName } from "../words.ts"
import { WrapUpForm } from "../wrap-up/wrap-up-form.tsx"
import { allowed } from "./actions.tsx"
import { Banners } from "./banners.tsx"
import { ChannelTabs } from "./channel-tabs.tsx"
import { CloseDialog } from "./close-dialog.tsx"
import { Composer } from "./composer.tsx"
import styles from "./conversation-pane.module.css"
import type { Mode } from "./drafts.ts"
import { DropZone } from "./drop-zone.tsx"
import { ConversationHeader } from "./header.tsx"
import type { PaneProps } from "./middle.tsx"
import { TranscriptPane } from "./transcript.tsx"
import { useUploads } from "./uploads.ts"
import { useSlashCommands } from "./use-slash-commands.ts"

export function ConversationPane({
  conversation,
  select,
  details,
  lines,
  onHelp,
}: PaneProps & { conversation: Conversation }) {
  const me = useMe()
  const [transfer, setTransfer] = useState<TransferStart>()
  const [closing, setClosing] = useState(false)
  const [mode, setMode] = useState<Mode>("reply")
  const uploads = useUploads(conversation.id)
  const wrapUp = me?.wrap_ups.find(one => one.conversation === conversation.id)
  const talks = allowed(conversation.actions, "reply")
  const writes = Boolean(talks || allowed(conversation.actions, "note"))
  const runLine = useSlashCommands({
    conversation,
    onTransfer: setTransfer,
    onClose: () => setClosing(true),
    onHelp,
    onNote: () => setMode("note"),
  })
  useEffect(() => {
    lines.current = runLine
    return () => {
      lines.current = undefined
    }
  })

  return (
    <section className={styles.pane} aria-label={t`Conversation with ${visitorName(conversation)}`}>
      <ConversationHeader
        conversation={conversation}
        details={details}
        onBack={() => select(undefined)}
        onTransfer={() => setTransfer({ mode: "warm" })}
        onClose={() => setClosing(true)}
      />
      <Banners conversation={conversation} onGone={() => select(undefined)} />
      <ChannelTabs conversation={conversation}>
        <DropZone disabled={!writes} onFiles={uploads.add}>
          <TranscriptPane conversation={conversation.id} channel="chat" />
        </DropZone>
        {wrapUp && (
          <WrapUpForm
            key={wrapUp.since_ms}
            wrapUp={wrapUp}
            conversation={conversation}
            // Nothing else keeps it on the desk.
            onDone={() => conversation.relation === "wrapping_up" && select(undefined)}
          />
        )}
        {/* Who wraps up an earlier leg and is still in it, or back in it, goes on talking. */}
        {writes && (!wrapUp || talks) && (
          <Composer
            conversation={conversation}
            uploads={uploads}
            mode={mode}
            setMode={setMode}
            runLine={runLine}
          />
        )}
      </ChannelTabs>
      {transfer && (
        <TransferDialog conversation={conversation} start={transfer} onClose={() => setTransfer(undefined)} />
      )}
      <CloseDialog conversation={conversation} opened={closing} onClose={() => setClosing(false)} />
    </section>
  )
}
