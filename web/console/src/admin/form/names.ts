// What entries of the document are called where somebody chooses among them.

import { useMemo } from "react"
import { useDraft } from "../draft/draft-context.tsx"
import { type Kind, SECTION } from "../draft/references.ts"
import { type Entries, getIn, isEntries, type Path, type Value } from "../draft/values.ts"
import type { Option } from "./spec.ts"

/** The name of an entry as colleagues read it; its key where it has none. */
export function nameOf(key: string, entry: Value | undefined): string {
  if (typeof entry === "string") return entry
  const name = getIn(entry, ["name"]) ?? getIn(entry, ["title"]) ?? getIn(entry, ["label"])
  return typeof name === "string" && name !== "" ? name : key
}

/** The name of a stage: its own, else that of its queue or list, else its key. */
export function stageName(document: Value | undefined, key: string, stage: Value | undefined): string {
  const own = getIn(stage, ["name"])
  if (typeof own === "string") return own
  for (const kind of ["queue", "list"] as const) {
    const named = getIn(stage, [kind])
    if (typeof named === "string") return nameOf(named, getIn(document, [SECTION[kind], named]))
  }
  return key
}

/** The entries of a kind; stages are those of one pipeline. */
export function optionsOf(document: Entries | undefined, kind: Kind, at: Path): Option[] {
  const around: Path = kind === "stage" ? ["pipelines", at[1] ?? "", "stages"] : [SECTION[kind]]
  const entries = getIn(document, around)
  if (!isEntries(entries)) return []
  return Object.entries(entries).map(([value, entry]) => ({
    value,
    label: kind === "stage" ? stageName(document, value, entry) : nameOf(value, entry),
  }))
}

export function useOptions(kind: Kind, at: Path): Option[] {
  const { values } = useDraft()
  const key = JSON.stringify(at)
  return useMemo(() => optionsOf(values, kind, JSON.parse(key) as Path), [values, kind, key])
}

/** The language that a text without one is in. */
export function useOwnLanguage(): string {
  const own = getIn(useDraft().values, ["settings", "default_language"])
  return typeof own === "string" ? own : "en"
}

/** The languages a workspace writes in: its widget's, its own, and the product's best. */
export function useLanguages(): string[] {
  const { values } = useDraft()
  const own = useOwnLanguage()
  return useMemo(() => {
    const spoken = getIn(values, ["widget", "languages"])
    const codes = Array.isArray(spoken) ? spoken.filter(code => typeof code === "string") : []
    return [...new Set([...codes, own, "en"])]
  }, [values, own])
}
