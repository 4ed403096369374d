// Where one is among the admin pages (`#/demo/admin/queues/front_desk`), and where a path of the document is edited.

import { useNavigate, useParams } from "@tanstack/react-router"
import { useCallback } from "react"
import type { Path } from "../draft/values.ts"

export interface AdminPlace {
  workspace: string
  section: string
  /** The entry that is open, if any. */
  key: string | undefined
  /** What is open inside the entry. */
  inner: string | undefined
}

export function useAdminPlace(): AdminPlace {
  const { workspace = "", _splat = "" } = useParams({ strict: false })
  const [section = "", key, inner] = _splat.split("/").filter(Boolean)
  return { workspace, section, key, inner }
}

/** The address of a place among the admin pages. */
export function useAdminHref(): (...segments: readonly string[]) => string {
  const { workspace = "" } = useParams({ strict: false })
  return useCallback((...segments) => `#/${[workspace, "admin", ...segments].join("/")}`, [workspace])
}

export function useAdminGo(): (...segments: readonly string[]) => void {
  const navigate = useNavigate()
  const { workspace = "" } = useParams({ strict: false })
  return useCallback(
    (...segments) => void navigate({ to: `/${[workspace, "admin", ...segments].join("/")}` }),
    [navigate, workspace],
  )
}

/** Which section edits what stands at a path, most exact first; the text itself edits everything. */
const EDITORS: Record<string, (path: Path) => readonly string[]> = {
  agents: entry("agents"),
  teams: entry("teams"),
  lists: entry("lists"),
  skills: entry("skills"),
  queues: entry("queues"),
  hours: entry("hours"),
  pipelines: ([, pipeline, , stage]) => ["pipelines", pipeline, stage].filter(Boolean).map(String),
  canned_replies: entry("canned"),
  messages: ([, trigger]) => (trigger ? ["messages", String(trigger)] : ["messages"]),
  reasons: () => ["codes"],
  dispositions: () => ["codes"],
  tags: () => ["codes"],
  settings: () => ["settings"],
  workspace: () => ["settings"],
  entry: () => ["settings"],
  hand_rules: () => ["settings"],
  widget: () => ["widget"],
}

function entry(section: string): (path: Path) => readonly string[] {
  return ([, key]) => (key === undefined ? [section] : [section, String(key)])
}

export const editorOf = (path: Path): readonly string[] => EDITORS[String(path[0])]?.(path) ?? ["yaml"]
