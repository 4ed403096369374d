// The server's opinion of the draft: a dry run shortly after each change. What it finds is brought to the fields
// it is about.

import {
  type DocumentChange,
  type DocumentChecked,
  type Finding,
  type Problem,
  ProblemError,
} from "@baton/protocol"
import { i18n } from "@lingui/core"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useEffect, useMemo, useState } from "react"
import { useDeskContext } from "../../desk/desk-context.tsx"
import { http } from "../../session/session.ts"
import { inReadersWords } from "../findings/index.ts"
import type { DraftState } from "./draft-store.ts"
import { locator } from "./positions.ts"
import type { Path } from "./values.ts"

/** A finding and the path it is about. */
export interface Located extends Finding {
  path: Path
}

export interface Checked {
  at: "checking" | "done" | "unreachable"
  findings: readonly Located[]
  /** What would change; unknown while an error stands in the way. */
  changes: readonly DocumentChange[] | undefined
  /** The version in force now, where it is not the draft's. */
  overtakenBy: number | undefined
  again: () => void
}

interface Answer {
  /** What was checked. */
  text: string
  findings: readonly Finding[]
  changes?: readonly DocumentChange[]
  version?: number
}

/** While somebody types nothing is asked. */
const PAUSE_MS = 400

export function useCheck({ base, text }: DraftState): Checked {
  const desk = useDeskContext()
  const settled = useSettled(text)
  const query = useQuery({
    queryKey: ["document-check", desk.base, base.version, settled, i18n.locale],
    queryFn: () => dryRun(`${desk.base}/document`, settled),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
  const { data, refetch } = query
  const at = settled !== text || query.isFetching ? "checking" : query.isError ? "unreachable" : "done"
  return useMemo(() => {
    const place = locator(data?.text ?? "")
    const findings = (data?.findings ?? []).map(found => ({
      ...found,
      path: place(found.line, found.column),
    }))
    const overtakenBy = data?.version !== undefined && data.version > base.version ? data.version : undefined
    return { at, findings, changes: data?.changes, overtakenBy, again: () => void refetch() }
  }, [at, data, base.version, refetch])
}

async function dryRun(address: string, yaml: string): Promise<Answer> {
  try {
    const { findings, changes, version } = await http.ask<DocumentChecked>("PUT", `${address}?dry_run=true`, {
      yaml,
    })
    return { text: yaml, findings: await inReadersWords(findings), changes, version }
  } catch (error) {
    if (error instanceof ProblemError && error.code === "bad_document") {
      return { text: yaml, findings: await inReadersWords((error.problem as Problem).findings ?? []) }
    }
    throw error
  }
}

/** A text once it has rested. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
