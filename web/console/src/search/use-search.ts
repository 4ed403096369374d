// A search over the history as it is typed: asked a moment after the last key, an older question given up, page by page.

import type { FoundConversations } from "@baton/protocol"
import { useDebouncedValue } from "@mantine/hooks"
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { useDeskContext } from "../desk/desk-context.tsx"
import { http } from "../session/session.ts"
import { addressOf, isBlank, type Sought } from "./sought.ts"

/** Between two keys of somebody who types. */
const PAUSE_MS = 200

export function useSearch(sought: Sought) {
  const { base } = useDeskContext()
  const [asked] = useDebouncedValue(sought, PAUSE_MS)
  const query = addressOf(asked, Date.now())
  const found = useInfiniteQuery({
    queryKey: ["search", base, query],
    queryFn: ({ signal, pageParam }) => {
      const cursor = pageParam ? `&cursor=${pageParam}` : ""
      return http.get<FoundConversations>(`${base}/search?${query}${cursor}`, signal)
    },
    initialPageParam: "",
    getNextPageParam: page => page.next,
    enabled: !isBlank(asked),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
  return { asked, found, conversations: found.data?.pages.flatMap(page => page.conversations) ?? [] }
}
