// Where notes named this agent since they last looked: kept by the server, asked for again whenever a note names them.

import type { Mention, Mentions } from "@baton/protocol"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { http } from "../session/session.ts"
import { useConnectionState, useDeskContext } from "./desk-context.tsx"

const NONE: readonly Mention[] = []

export function useMentions() {
  const { base, mentions: told } = useDeskContext()
  const { at } = useConnectionState()
  const queries = useQueryClient()
  const key = ["mentions", base]
  const kept = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => http.get<Mentions>(`${base}/me/mentions`, signal),
    select: ({ mentions }) => mentions,
  })
  // A note may have come while nobody listened.
  useEffect(() => {
    const again = () => void queries.invalidateQueries({ queryKey: ["mentions", base] })
    if (at === "open") again()
    told.add(again)
    return () => void told.delete(again)
  }, [told, queries, base, at])
  const looked = useMutation({
    mutationFn: (conversation: string) => http.ask("DELETE", `${base}/me/mentions/${conversation}`),
    onMutate: conversation =>
      queries.setQueryData<Mentions>(key, before => ({
        mentions: before?.mentions.filter(one => one.conversation !== conversation) ?? [],
      })),
    onError: () => queries.invalidateQueries({ queryKey: key }),
  })
  return { mentions: kept.data ?? NONE, looked: looked.mutate }
}
