// Chat and whispers in tabs of their own, so that nobody writes into the wrong one. Only where somebody whispers.

import type { Conversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Tabs } from "@mantine/core"
import { IconLock } from "@tabler/icons-react"
import { type ReactNode, useMemo, useState } from "react"
import { WhisperPane } from "../assist/whisper-pane.tsx"
import { useDesk } from "../desk/desk-context.tsx"
import { useUnreadWhispers } from "../desk/whispers-read.ts"
import { allowed } from "./actions.tsx"
import styles from "./channel-tabs.module.css"
import { type Channel, inChannel, whisperMarkOf } from "./channels.ts"

interface ChannelTabsProps {
  conversation: Conversation
  /** The chat and what is written into it. */
  children: ReactNode
}

export function ChannelTabs({ conversation, children }: ChannelTabsProps) {
  const lines = useDesk(desk => desk.transcript(conversation.id).lines)
  const [channel, setChannel] = useState<Channel>("chat")
  const whispered = useMemo(() => inChannel("whisper", lines, [])[0], [lines])
  const unread = useUnreadWhispers(whisperMarkOf(conversation.id), whispered)
  const whispers = allowed(conversation.actions, "write_whisper") !== undefined || unread > 0
  if (!whispers && channel === "chat") return children
  return (
    <>
      <Tabs
        value={channel}
        onChange={value => setChannel(value as Channel)}
        color={channel === "whisper" ? "violet" : "teal"}
      >
        <Tabs.List className={styles.tabs} aria-label={t`Channels`}>
          <Tabs.Tab value="chat">
            <Trans>Chat</Trans>
          </Tabs.Tab>
          <Tabs.Tab value="whisper" leftSection={<IconLock size={14} stroke={1.8} aria-hidden="true" />}>
            <Trans>Whisper</Trans>
            {unread > 0 && channel === "chat" && (
              <span className={styles.unread}>
                {unread}
                <span className="hidden"> {t`unread`}</span>
              </span>
            )}
          </Tabs.Tab>
        </Tabs.List>
      </Tabs>
      {channel === "whisper" ? <WhisperPane conversation={conversation} /> : children}
    </>
  )
}
