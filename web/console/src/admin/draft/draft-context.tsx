// The draft for every admin page: its values, how to change them, and what the server's checker says of it.

import type { WorkspaceDocument } from "@baton/protocol"
import { useQuery } from "@tanstack/react-query"
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react"
import { useDeskContext } from "../../desk/desk-context.tsx"
import { http } from "../../session/session.ts"
import { type Checked, type Located, useCheck } from "./check.ts"
import { type DraftState, DraftStore } from "./draft-store.ts"
import * as edits from "./edit.ts"
import { parsed } from "./parsed.ts"
import { type Kind, renameAlong } from "./references.ts"
import { type Entries, getIn, isEntries, type Path, type Value } from "./values.ts"

export interface DraftContext extends DraftState {
  store: DraftStore
  /** None where the text is no YAML at the moment. */
  values: Entries | undefined
  check: Checked
}

const Context = createContext<DraftContext | undefined>(undefined)

export const documentKey = (base: string) => ["document", base]

/** The document in force. */
export function useDocumentInForce() {
  const { base } = useDeskContext()
  return useQuery({
    queryKey: documentKey(base),
    queryFn: ({ signal }) => http.get<WorkspaceDocument>(`${base}/document`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function DraftProvider({ inForce, children }: { inForce: WorkspaceDocument; children: ReactNode }) {
  const { workspace } = useDeskContext()
  const [store] = useState(() => new DraftStore(workspace, inForce, window.localStorage))
  const state = useSyncExternalStore(store.subscribe, () => store.state)
  const check = useCheck(state)
  useEffect(() => {
    window.addEventListener("storage", store.heard)
    return () => window.removeEventListener("storage", store.heard)
  }, [store])
  const value = useMemo(() => {
    const { values } = parsed(state.text)
    return { ...state, store, check, values: isEntries(values) ? values : undefined }
  }, [state, store, check])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export function useDraft(): DraftContext {
  const value = useContext(Context)
  if (!value) throw new Error("outside of the admin pages")
  return value
}

/** Changes of the draft, entry by entry. */
export function useEdit() {
  const { store } = useDraft()
  return useMemo(
    () => ({
      set: (path: Path, value: Value) => store.edit(text => edits.set(text, path, value)),
      /** Leaves a field out where there is nothing to say. */
      put: (path: Path, value: Value | undefined) =>
        store.edit(text => (value === undefined ? edits.remove(text, path) : edits.set(text, path, value))),
      remove: (path: Path) => store.edit(text => edits.remove(text, path)),
      move: (path: Path, to: number) => store.edit(text => edits.move(text, path, to)),
      rename: (kind: Kind, path: Path, key: string) =>
        store.edit(text => renameAlong(text, parsed(text).values, kind, path, key)),
      renameKey: (path: Path, key: string) => store.edit(text => edits.rename(text, path, key)),
    }),
    [store],
  )
}

export function useValue(path: Path): Value | undefined {
  return getIn(useDraft().values, path)
}

const NO_ENTRIES: Entries = {}

/** The entries of a section, in the order of the document. */
export function useEntries(path: Path): Entries {
  const value = useValue(path)
  return isEntries(value) ? value : NO_ENTRIES
}

/** What the checker says of a field, and of what stands below it where nothing shows that by itself. */
export function useFindings(path: Path, reach: "here" | "below" = "here"): readonly Located[] {
  const { findings } = useDraft().check
  const key = JSON.stringify(path)
  return useMemo(() => {
    const at = JSON.parse(key) as Path
    return findings.filter(
      found =>
        (reach === "below" ? found.path.length >= at.length : found.path.length === at.length) &&
        at.every((step, index) => String(found.path[index]) === String(step)),
    )
  }, [findings, key, reach])
}
