// What this visitor asked before, newest first; opening one shows it as it was.

import type { Conversation, FoundConversations } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useDeskContext } from "../desk/desk-context.tsx"
import { errorInWords } from "../server-words/problems.ts"
import { http } from "../session/session.ts"
import { Ago } from "../ui/times.tsx"
import { visitorName } from "../words.ts"
import { PastDialog } from "./past-dialog.tsx"
import styles from "./previous-conversations.module.css"

/** As many as stand in the panel without pushing the rest away. */
const SHOWN = 5

export function PreviousConversations({ conversation }: { conversation: Conversation }) {
  const { base } = useDeskContext()
  const [reading, setReading] = useState<string>()
  const { visitor, id } = conversation
  const before = useInfiniteQuery({
    queryKey: ["previous", base, visitor.id, id],
    queryFn: ({ signal, pageParam }) =>
      http.get<FoundConversations>(
        `${base}/visitors/${visitor.id}/conversations?limit=${SHOWN}&cursor=${pageParam}`,
        signal,
      ),
    initialPageParam: id,
    getNextPageParam: page => page.next,
  })
  const found = before.data?.pages.flatMap(page => page.conversations) ?? []
  return (
    <section className={styles.previous} aria-label={t`Previous conversations`}>
      <h3 className={styles.title}>
        <Trans>Previous conversations</Trans>
      </h3>
      {before.isPending && <Skeleton className="later" height={40} />}
      {before.isError && <span className={styles.none}>{errorInWords(before.error)}</span>}
      {before.isSuccess && found.length === 0 && (
        <span className={styles.none}>
          <Trans>None before this one.</Trans>
        </span>
      )}
      {found.length > 0 && (
        <ul className={styles.list}>
          {found.map(one => (
            <li key={one.id}>
              <button type="button" className={styles.one} onClick={() => setReading(one.id)}>
                <span className={styles.words} dir="auto">
                  {one.passages[0]?.text ?? <Trans>Nothing was written</Trans>}
                </span>
                <span className={styles.facts}>
                  <Ago at_ms={one.opened_at_ms} /> · {one.owner?.name ?? one.queue.name}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {before.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={before.isFetchingNextPage}
          onClick={() => before.fetchNextPage()}
        >
          <Trans>Show older ones</Trans>
        </Button>
      )}
      {reading && (
        <PastDialog
          conversation={reading}
          name={visitorName(conversation)}
          visitor={visitorName(conversation)}
          title={t`Previous conversation, ${reading}`}
          onClose={() => setReading(undefined)}
        />
      )}
    </section>
  )
}
