// Where a conversation may go: the server's directory for it, read again while one chooses.

import type { Targets } from "@baton/protocol"
import { useQuery } from "@tanstack/react-query"
import { useDeskContext } from "../desk/desk-context.tsx"
import { http } from "../session/session.ts"

/** Who is free changes by the second; while one chooses, this is fresh enough. */
const FRESH_MS = 5_000

export function useTargets(conversation: string) {
  const { base } = useDeskContext()
  return useQuery({
    queryKey: ["targets", base, conversation],
    queryFn: ({ signal }) => http.get<Targets>(`${base}/conversations/${conversation}/targets`, signal),
    refetchInterval: FRESH_MS,
    gcTime: 0,
  })
}
