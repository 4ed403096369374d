// The transcript: kept at its end while one is there, loud to screen readers.

import type { StaffLine } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { IconArrowDown } from "@tabler/icons-react"
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react"
import { useTranscript } from "../desk/desk-context.tsx"
import { useMarkRead, useMarksOf } from "../desk/reading.ts"
import { useReadingWhispers } from "../desk/whispers-read.ts"
import { errorInWords } from "../server-words/problems.ts"
import { Message } from "../ui/message.tsx"
import { type Channel, inChannel, whisperMarkOf } from "./channels.ts"
import { readersOf, useFirstUnread, useReaders } from "./readers.ts"
import { RowView } from "./row-view.tsx"
import { rowsOf } from "./rows.ts"
import styles from "./transcript.module.css"
import { TranscriptRows, useDrawnRows } from "./transcript-rows.tsx"
import { TranscriptSkeleton } from "./transcript-skeleton.tsx"
import { TypingLine } from "./typing-line.tsx"

/** This close to the end counts as being there. */
const AT_END_PX = 48

interface TranscriptPaneProps {
  conversation: string
  /** The whispers, or everything else. */
  channel: Channel
}

export function TranscriptPane({ conversation, channel }: TranscriptPaneProps) {
  const { transcript, failed } = useTranscript(conversation)
  const firstUnread = useFirstUnread(conversation, transcript)
  const rows = useMemo(
    () => rowsOf(...inChannel(channel, transcript.lines, transcript.pending), firstUnread),
    [channel, transcript.lines, transcript.pending, firstUnread],
  )
  const readers = useReaders(conversation, transcript.lines)
  const scroller = useRef<HTMLDivElement>(null)
  const drawn = useDrawnRows(rows, scroller)
  const [atEnd, setAtEnd] = useState(true)
  const follow = useRef(true)
  useMarksOf(conversation)
  useReadingWhispers(whisperMarkOf(conversation), channel === "whisper" ? transcript.lines : NO_LINES)
  useMarkRead(conversation, channel === "chat" ? transcript.lines : NO_LINES)

  const height = drawn.virtual.getTotalSize()

  // Rows are measured as they are drawn; while one reads the end, it stays in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height is what it follows
  useLayoutEffect(() => {
    const element = scroller.current
    if (element && follow.current) element.scrollTop = element.scrollHeight
  }, [height])

  const toEnd = () => {
    follow.current = true
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
  }
  const onScroll = () => {
    const element = scroller.current
    if (!element) return
    const near = element.scrollHeight - element.scrollTop - element.clientHeight < AT_END_PX
    follow.current = near
    setAtEnd(near)
  }

  // Banners and a growing field take from its height.
  const filled = rows.length > 0
  useEffect(() => {
    const element = scroller.current
    if (!filled || !element) return
    const observer = new ResizeObserver(() => {
      if (follow.current) element.scrollTop = element.scrollHeight
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [filled])

  // One's own message is always worth seeing.
  const sent = transcript.pending.length
  useEffect(() => {
    if (sent === 0) return
    follow.current = true
    const element = scroller.current
    if (element) element.scrollTop = element.scrollHeight
  }, [sent])

  if (rows.length === 0) {
    if (failed) return <Message title={t`The transcript cannot be read`}>{errorInWords(failed)}</Message>
    return transcript.whole ? (
      <Message title={channel === "whisper" ? t`Nothing was whispered yet` : t`Nothing was written yet`} />
    ) : (
      <TranscriptSkeleton />
    )
  }
  return (
    <div className={styles.frame}>
      <TranscriptRows
        drawn={drawn}
        label={channel === "whisper" ? t`Whispers` : t`Transcript`}
        onScroll={onScroll}
        onEnd={toEnd}
      >
        {row => <RowView row={row} readers={readersOf(row, readers)} />}
      </TranscriptRows>
      <TypingLine conversation={conversation} />
      {!atEnd && (
        <Button
          className={styles.toEnd}
          variant="default"
          size="compact-sm"
          leftSection={<IconArrowDown size={16} aria-hidden="true" />}
          onClick={toEnd}
        >
          <Trans>To the latest</Trans>
        </Button>
      )}
    </div>
  )
}

const NO_LINES: readonly StaffLine[] = []
