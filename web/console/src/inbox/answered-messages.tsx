// Messages that visitors left and that somebody has answered: who, when, and the conversation as it was.

import type { FoundConversation, FoundConversations } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { IconCheck } from "@tabler/icons-react"
import { useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useDeskContext } from "../desk/desk-context.tsx"
import { PastDialog } from "../history/past-dialog.tsx"
import { errorInWords } from "../server-words/problems.ts"
import { http } from "../session/session.ts"
import { Message } from "../ui/message.tsx"
import { Ago } from "../ui/times.tsx"
import { visitorName } from "../words.ts"
import styles from "./left-messages.module.css"

/** As many as one looks through before asking for older ones. */
const PAGE = 20
const AGAIN_MS = 5_000

export function AnsweredMessages() {
  const { base } = useDeskContext()
  const [reading, setReading] = useState<FoundConversation>()
  const answered = useInfiniteQuery({
    queryKey: ["answered messages", base],
    queryFn: ({ signal, pageParam }) =>
      http.get<FoundConversations>(
        `${base}/search?message=answered&limit=${PAGE}${pageParam && `&cursor=${pageParam}`}`,
        signal,
      ),
    initialPageParam: "",
    getNextPageParam: page => page.next,
    // Colleagues answer as well, and the search takes in an answer a moment later.
    staleTime: 0,
    refetchInterval: AGAIN_MS,
  })
  const found = answered.data?.pages.flatMap(page => page.conversations) ?? []
  if (answered.isPending) return <Skeleton className="later" height={72} mx="sm" />
  if (answered.isError)
    return <Message title={t`The messages cannot be read`}>{errorInWords(answered.error)}</Message>
  if (found.length === 0) {
    return (
      <Message title={t`No message was answered yet`}>
        <Trans>What you and your colleagues have answered stands here, with who did and when.</Trans>
      </Message>
    )
  }
  return (
    <>
      <ul className={styles.list}>
        {found.map(one => (
          <AnsweredMessage key={one.id} conversation={one} onRead={() => setReading(one)} />
        ))}
      </ul>
      {answered.hasNextPage && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={answered.isFetchingNextPage}
          onClick={() => answered.fetchNextPage()}
        >
          <Trans>Show older ones</Trans>
        </Button>
      )}
      {reading && (
        <PastDialog
          conversation={reading.id}
          name={visitorName(reading)}
          visitor={visitorName(reading)}
          title={t`Conversation with ${visitorName(reading)}`}
          onClose={() => setReading(undefined)}
        />
      )}
    </>
  )
}

function AnsweredMessage({ conversation, onRead }: { conversation: FoundConversation; onRead: () => void }) {
  const { message, queue } = conversation
  const name = visitorName(conversation)
  if (!message?.answered) return null
  const { by, at_ms } = message.answered
  return (
    <li className={styles.message}>
      <button
        type="button"
        className={styles.head}
        aria-label={t`Answered message from ${name}`}
        onClick={onRead}
      >
        <strong className={styles.name} dir="auto">
          {name}
        </strong>
      </button>
      <p className={styles.text} dir="auto">
        {message.text}
      </p>
      <p className={styles.about}>
        {queue.name}
        <span className={styles.answered}>
          <IconCheck size={14} aria-hidden="true" />
          <span>
            <Trans>answered by {by.name}</Trans>, <Ago at_ms={at_ms} />
          </span>
        </span>
      </p>
    </li>
  )
}
