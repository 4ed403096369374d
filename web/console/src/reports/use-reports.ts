// Reports over HTTP: what there are, one with its figures, its conversations, and those one has saved.

import { ProblemError } from "@baton/protocol"
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useDeskContext } from "../desk/desk-context.tsx"
import { http } from "../session/session.ts"
import { type Asked, filtersOf, queryOf } from "./address.ts"
import type { ReportAbout, ReportAnswer, ReportConversation, SavedReport } from "./contract.ts"
import { inReadersWords } from "./texts/index.ts"

/** While figures are made anew, how soon it is worth asking again. */
const NOT_READY_MS = 3_000

/** A question that is asked again until the figures are there. */
const untilReady = (query: { state: { error: unknown } }): number | false =>
  notReady(query.state.error) ? NOT_READY_MS : false

export const notReady = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === "reports_not_ready"

export function useCatalogue() {
  const { base } = useDeskContext()
  return useQuery({
    queryKey: ["reports", base],
    queryFn: async ({ signal }) => {
      const { reports } = await http.get<{ reports: ReportAbout[] }>(`${base}/reports`, signal)
      return inReadersWords(reports)
    },
    staleTime: 5 * 60_000,
    refetchInterval: untilReady,
  })
}

export function useReport(name: string, asked: Asked) {
  const { base } = useDeskContext()
  const query = queryOf(asked)
  return useQuery({
    queryKey: ["report", base, name, query],
    queryFn: ({ signal }) => http.get<ReportAnswer>(`${base}/reports/${name}?${query}`, signal),
    // Other filters of the same report: what was there stays in sight until the answer comes.
    placeholderData: (answer, before) => (before?.queryKey[2] === name ? answer : undefined),
    refetchInterval: untilReady,
  })
}

interface Drilled {
  conversations: ReportConversation[]
  more: boolean
}

/** Of a report that has a list of them. */
export function useReportConversations({ name, drill_down }: ReportAbout, asked: Asked, row: Asked) {
  const { base } = useDeskContext()
  const filters = filtersOf(asked)
  return useInfiniteQuery({
    queryKey: ["report conversations", base, name, queryOf(filters, row)],
    queryFn: ({ signal, pageParam }) => {
      const query = queryOf({ ...filters, ...(pageParam && { after: pageParam }) }, row)
      return http.get<Drilled>(`${base}/reports/${name}/conversations?${query}`, signal)
    },
    enabled: drill_down,
    initialPageParam: "",
    getNextPageParam: page => (page.more ? page.conversations.at(-1)?.conversation : undefined),
  })
}

/** Where a report is had as a file. */
export function useExportAddress(): (name: string, asked: Asked, format: "csv" | "xlsx" | "json") => string {
  const { base } = useDeskContext()
  return (name, asked, format) => `${base}/reports/${name}/export?${queryOf({ ...filtersOf(asked), format })}`
}

const savedKey = (base: string) => ["saved reports", base]

export function useSavedReports() {
  const { base } = useDeskContext()
  return useQuery({
    queryKey: savedKey(base),
    queryFn: ({ signal }) => http.get<{ saved_reports: SavedReport[] }>(`${base}/saved-reports`, signal),
    select: answer => answer.saved_reports,
  })
}

export function useSaveReport() {
  const { base } = useDeskContext()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (report: Omit<SavedReport, "id">) =>
      http.ask<SavedReport>("POST", `${base}/saved-reports`, report),
    onSuccess: () => queries.invalidateQueries({ queryKey: savedKey(base) }),
  })
}

export function useForgetReport() {
  const { base } = useDeskContext()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => http.ask("DELETE", `${base}/saved-reports/${id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: savedKey(base) }),
  })
}
