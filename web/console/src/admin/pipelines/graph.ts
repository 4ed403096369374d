// A pipeline as stages and ways between them: what the picture draws and the list reads out. Knows no layout.

import { t } from "@lingui/core/macro"
import { getIn, isEntries, type Path, type Value } from "../draft/values.ts"
import { nameOf, stageName } from "../form/names.ts"

export type StageKind = "connect" | "message" | "form" | "offline_form" | "survey" | "end"

export const KINDS: Record<StageKind, string> = {
  connect: t`Connect with an agent`,
  message: t`Message`,
  form: t`Form`,
  offline_form: t`Leave a message`,
  survey: t`Survey`,
  end: t`End`,
}

export interface StageNode {
  key: string
  name: string
  kind: StageKind | undefined
  tier: number | undefined
  /** Where a connect stage waits, in words. */
  served: string | undefined
  maxWait: string | undefined
  offerTimeout: string | undefined
  /** Conversations begin here. */
  first: boolean
  /** Whether it says something else than the pipeline. */
  messages: number
}

export type WayKind = "next" | "timeout" | "drop" | "escalation" | "option"

export interface Way {
  id: string
  from: string
  /** A stage of this pipeline, or a place outside of it. */
  to: string
  kind: WayKind
  label: string
  /** What is written where. */
  path: Path
}

/** Where a way leads that is no stage of the pipeline. */
export interface Outside {
  id: string
  name: string
  kind: "queue" | "back" | "missing"
}

export interface PipelineGraph {
  stages: readonly StageNode[]
  outside: readonly Outside[]
  ways: readonly Way[]
}

export const WAYS: Record<WayKind, string> = {
  next: t`then`,
  timeout: t`nobody in time`,
  drop: t`agent lost`,
  escalation: t`escalation`,
  option: t`answer`,
}

export function graphOf(document: Value | undefined, pipeline: string): PipelineGraph {
  const at: Path = ["pipelines", pipeline, "stages"]
  const entries = getIn(document, at)
  const stages = isEntries(entries) ? entries : {}
  const outside = new Map<string, Outside>()
  const ways: Way[] = []

  const leads = (from: string, kind: WayKind, label: string, path: Path, to: Value | undefined) => {
    const target = targetOf(document, stages, from, to)
    if (!target) return
    if (target.outside) outside.set(target.id, target.outside)
    ways.push({ id: path.slice(3).join("/"), from, to: target.id, kind, label, path })
  }

  for (const [key, stage] of Object.entries(stages)) {
    const here: Path = [...at, key]
    const wait = waitOf(document, stage, "max_wait")
    const fields = getIn(stage, ["fields"])
    for (const [field, question] of isEntries(fields) ? Object.entries(fields) : []) {
      const options = getIn(question, ["options"])
      for (const [value, option] of isEntries(options) ? Object.entries(options) : []) {
        const path = [...here, "fields", field, "options", value, "stage"]
        leads(key, "option", nameOf(value, option), path, getIn(option, ["stage"]))
      }
    }
    leads(key, "next", WAYS.next, [...here, "next"], getIn(stage, ["next"]))
    leads(
      key,
      "timeout",
      wait ? t`after ${wait}` : WAYS.timeout,
      [...here, "on_timeout"],
      getIn(stage, ["on_timeout"]),
    )
    leads(key, "drop", WAYS.drop, [...here, "on_drop"], getIn(stage, ["on_drop"]))
    const escalations = getIn(stage, ["escalations"])
    for (const [option, escalation] of isEntries(escalations) ? Object.entries(escalations) : []) {
      const path = [...here, "escalations", option, "stage"]
      leads(key, "escalation", nameOf(option, escalation), path, getIn(escalation, ["stage"]))
    }
  }

  const nodes = Object.entries(stages).map(([key, stage], index) => nodeOf(document, key, stage, index === 0))
  return { stages: nodes, outside: [...outside.values()], ways }
}

function nodeOf(document: Value | undefined, key: string, stage: Value, first: boolean): StageNode {
  const messages = getIn(stage, ["messages"])
  const queue = getIn(stage, ["queue"])
  const tier = getIn(stage, ["tier"]) ?? getIn(document, ["queues", String(queue), "tier"])
  const list = getIn(stage, ["list"])
  const connects = typeof queue === "string" || typeof list === "string"
  const served =
    typeof queue === "string"
      ? nameOf(queue, getIn(document, ["queues", queue]))
      : typeof list === "string"
        ? nameOf(list, getIn(document, ["lists", list]))
        : undefined
  return {
    key,
    name: stageName(document, key, stage),
    kind: kindOf(stage),
    tier: connects ? (typeof tier === "number" ? tier : 1) : undefined,
    served,
    maxWait: connects ? waitOf(document, stage, "max_wait") : undefined,
    offerTimeout: connects ? waitOf(document, stage, "offer_timeout") : undefined,
    first,
    messages: isEntries(messages) ? Object.keys(messages).length : 0,
  }
}

export function kindOf(stage: Value | undefined): StageKind | undefined {
  const kind = getIn(stage, ["kind"])
  if (typeof kind === "string") return kind as StageKind
  const connects = getIn(stage, ["queue"]) !== undefined || getIn(stage, ["list"]) !== undefined
  return connects ? "connect" : undefined
}

/** The stage's own, else its queue's, as written. */
function waitOf(document: Value | undefined, stage: Value, field: string): string | undefined {
  const own = getIn(stage, [field]) ?? getIn(document, ["queues", String(getIn(stage, ["queue"])), field])
  return typeof own === "string" ? own : undefined
}

interface Target {
  id: string
  outside?: Outside
}

function targetOf(
  document: Value | undefined,
  stages: object,
  from: string,
  to: Value | undefined,
): Target | undefined {
  if (typeof to === "string") {
    if (to === "back") {
      // One for each stage, so that no way runs through the whole picture.
      const id = `back:${from}`
      return { id, outside: { id, name: t`Back to where it came from`, kind: "back" } }
    }
    if (Object.hasOwn(stages, to)) return { id: to }
    return to === ""
      ? undefined
      : { id: `missing:${to}`, outside: { id: `missing:${to}`, name: to, kind: "missing" } }
  }
  const queue = getIn(to, ["queue"])
  if (typeof queue === "string") {
    const name = nameOf(queue, getIn(document, ["queues", queue]))
    return { id: `queue:${queue}`, outside: { id: `queue:${queue}`, name, kind: "queue" } }
  }
  const stage = getIn(to, ["stage"])
  return typeof stage === "string" ? targetOf(document, stages, from, stage) : undefined
}
