// How a line may go on, as the server says: asked once the typing pauses, given up when it goes on.

import type { Completions, LineCompletion } from "@baton/protocol"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { useDeskContext } from "../desk/desk-context.tsx"
import { http } from "../session/session.ts"
import { narrowed, parse } from "./slash.ts"

/** Longer than the time between two keys of somebody who types fast. */
const PAUSE_MS = 120

/** Nothing for a message. Until an answer comes, what still fits of the one before. */
export function useCompletions(conversation: string | undefined, typed: string): readonly LineCompletion[] {
  const { base } = useDeskContext()
  const line = usePaused(typed, PAUSE_MS)
  const isLine = (text: string) => conversation !== undefined && parse(text).kind === "line"
  const { data, isPlaceholderData } = useQuery({
    queryKey: ["completions", base, conversation, line],
    queryFn: ({ signal }) =>
      http.get<Completions>(
        `${base}/conversations/${conversation}/completions?line=${encodeURIComponent(line)}`,
        signal,
      ),
    enabled: isLine(line),
    placeholderData: keepPreviousData,
    // What is allowed changes from one moment to the next.
    staleTime: 0,
    gcTime: 0,
  })
  if (!isLine(typed) || !data) return []
  return line === typed && !isPlaceholderData ? data.completions : narrowed(data.completions, typed)
}

/** Finds the words of the canned reply that a line names whole; none where it names something else. */
export function useCannedWords(conversation: string): (line: string) => Promise<string | undefined> {
  const { base } = useDeskContext()
  return async line => {
    const address = `${base}/conversations/${conversation}/completions?line=${encodeURIComponent(line)}`
    // What cannot be asked is run as it stands, and its refusal says why.
    const found = await http.get<Completions>(address).catch(() => undefined)
    return found?.completions.find(one => one.line === line)?.text
  }
}

/** A value once it has not changed for a while. */
function usePaused<T>(value: T, pause_ms: number): T {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pause_ms)
    return () => clearTimeout(timer)
  }, [value, pause_ms])
  return paused
}
