// Names and code lists of the workspace, read once.

import type { Directory } from "@baton/protocol"
import { useQuery } from "@tanstack/react-query"
import { http } from "../session/session.ts"
import { useDeskContext } from "./desk-context.tsx"

export function useDirectory() {
  const { base } = useDeskContext()
  return useQuery({
    queryKey: ["directory", base],
    queryFn: ({ signal }) => http.get<Directory>(`${base}/directory`, signal),
    staleTime: 10 * 60_000,
  })
}

/** The words of a transfer reason; its code where the list no longer has it. */
export function useReason(code: string | undefined): string | undefined {
  const { data } = useDirectory()
  return code && (data?.reasons.find(reason => reason.code === code)?.label ?? code)
}
