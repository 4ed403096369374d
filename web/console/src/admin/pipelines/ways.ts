// New ways between stages: which kinds a stage may have, and what is written for one. Whether it makes sense is for
// the checker to say.

import { getIn, type Path, type Value } from "../draft/values.ts"
import { keyFor } from "../page/keys.ts"
import { kindOf, type WayKind } from "./graph.ts"

/** The kinds of ways that may begin at a stage, the likeliest first. */
export function waysFrom(stage: Value | undefined): readonly WayKind[] {
  switch (kindOf(stage)) {
    case "connect":
      return ["timeout", "escalation", "next", "drop"]
    case "end":
    case "offline_form":
    case undefined:
      return []
    case "form":
    case "message":
    case "survey":
      return ["next"]
  }
}

/** Where a new way is written and what. */
export function written(
  document: Value | undefined,
  pipeline: string,
  from: string,
  kind: WayKind,
  to: string,
  label: string,
): { path: Path; value: Value } {
  const stage: Path = ["pipelines", pipeline, "stages", from]
  switch (kind) {
    case "next":
      return { path: [...stage, "next"], value: to }
    case "timeout":
      return { path: [...stage, "on_timeout"], value: to }
    case "drop":
      return { path: [...stage, "on_drop"], value: to }
    case "option":
    case "escalation": {
      const path = [...stage, "escalations"]
      return { path: [...path, keyFor(label, document, path)], value: { label, stage: to } }
    }
  }
}

/** What is taken out with a way: the whole escalation, or the field. */
export const removed = ({ path, kind }: { path: Path; kind: WayKind }): Path =>
  kind === "escalation" ? path.slice(0, -1) : path

export const stagePath = (pipeline: string, stage: string): Path => ["pipelines", pipeline, "stages", stage]

export const stageOf = (document: Value | undefined, pipeline: string, stage: string): Value | undefined =>
  getIn(document, stagePath(pipeline, stage))
