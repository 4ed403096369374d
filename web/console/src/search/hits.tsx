// What was found: a list that the field above walks through, its skeleton, nothing, and what went wrong.

import type { FoundConversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Plural, Trans } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { useEffect, useRef } from "react"
import { errorInWords } from "../server-words/problems.ts"
import { Message } from "../ui/message.tsx"
import { Hit } from "./hit.tsx"
import styles from "./hits.module.css"
import type { useSearch } from "./use-search.ts"

export const hitId = (conversation: string) => `hit-${conversation}`

interface HitsProps {
  found: ReturnType<typeof useSearch>["found"]
  conversations: readonly FoundConversation[]
  chosen: string | undefined
  open: (conversation: FoundConversation) => void
}

export function Hits({ found, conversations, chosen, open }: HitsProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const one = chosen && list.current?.querySelector(`#${hitId(chosen)}`)
    if (one) one.scrollIntoView({ block: "nearest" })
  }, [chosen])

  if (found.isError) {
    return (
      <Message
        title={t`The search failed`}
        action={
          <Button onClick={() => found.refetch()}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        {errorInWords(found.error)}
      </Message>
    )
  }
  if (found.isPending) return <Loading />
  if (conversations.length === 0 && !found.hasNextPage) {
    return (
      <Message title={t`Nothing found`}>
        <Trans>Try fewer or shorter words, or take a filter away.</Trans>
      </Message>
    )
  }
  const count = conversations.length
  return (
    <div className={styles.scroller} aria-busy={found.isPlaceholderData}>
      <p className="hidden" role="status">
        {found.hasNextPage ? (
          <Trans>{count} conversations, and more</Trans>
        ) : (
          <Plural value={count} one="# conversation" other="# conversations" />
        )}
      </p>
      <div ref={list} id="found" role="listbox" aria-label={t`Conversations found`} tabIndex={-1}>
        {conversations.map(conversation => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above keeps the focus and takes the keys
          <div
            key={conversation.id}
            id={hitId(conversation.id)}
            role="option"
            tabIndex={-1}
            aria-selected={conversation.id === chosen}
            className={styles.hit}
            onClick={() => open(conversation)}
          >
            <Hit conversation={conversation} />
          </div>
        ))}
      </div>
      {found.hasNextPage && (
        <Button
          className={styles.more}
          variant="default"
          loading={found.isFetchingNextPage}
          onClick={() => found.fetchNextPage()}
        >
          <Trans>Show older ones</Trans>
        </Button>
      )}
    </div>
  )
}

function Loading() {
  return (
    <div className={`${styles.scroller} later`} aria-busy="true">
      {["a", "b", "c", "d", "e"].map(key => (
        <Skeleton key={key} className={styles.loading} height={72} radius="md" />
      ))}
    </div>
  )
}
