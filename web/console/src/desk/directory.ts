// Names and code lists of the workspace, read once.

import type { CodeLabel, Directory } from "@baton/protocol"
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

/** The words of a code; the code itself where the list does not have it, or no longer. */
export const labelOf = (code: string, codes: readonly CodeLabel[] | undefined): string =>
  codes?.find(one => one.code === code)?.label ?? code

/** The words of a transfer reason. */
export function useReason(code: string | undefined): string | undefined {
  const { data } = useDirectory()
  return code && labelOf(code, data?.reasons)
}
