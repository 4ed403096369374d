// Which places of the document name another entry: for choosing what to rename along and for "used by".

import { rename, set } from "./edit.ts"
import { isEntries, isList, type Path, type Value } from "./values.ts"

export type Kind = "skill" | "team" | "agent" | "list" | "hours" | "queue" | "pipeline" | "stage"

/** The section that holds the entries of a kind; stages stand inside their pipeline. */
export const SECTION: Record<Exclude<Kind, "stage">, string> = {
  skill: "skills",
  team: "teams",
  agent: "agents",
  list: "lists",
  hours: "hours",
  queue: "queues",
  pipeline: "pipelines",
}

/** `*` stands for any key or place in a list; a last `@` for keys that are the name. */
const NAMES: readonly (readonly [pattern: string, kind: Kind | "place" | "way"])[] = [
  ["agents.*.teams.*", "team"],
  ["agents.*.supervisor_of.*", "team"],
  ["agents.*.skills.@", "skill"],
  ["lists.*.members.*", "agent"],
  ["lists.*.rule.team", "team"],
  ["lists.*.rule.skills.@", "skill"],
  ["queues.*.members.lists.*", "list"],
  ["queues.*.members.teams.*", "team"],
  ["queues.*.required.@", "skill"],
  ["queues.*.relax.*.drop.*", "skill"],
  ["queues.*.fallback", "queue"],
  ["queues.*.hours", "hours"],
  ["queues.*.out_of_hours", "place"],
  ["pipelines.*.stages.*.queue", "queue"],
  ["pipelines.*.stages.*.list", "list"],
  ["pipelines.*.stages.*.on_timeout", "way"],
  ["pipelines.*.stages.*.on_drop", "stage"],
  ["pipelines.*.stages.*.next", "stage"],
  ["pipelines.*.stages.*.escalations.*.stage", "stage"],
  ["pipelines.*.stages.*.escalations.*.list", "list"],
  ["pipelines.*.stages.*.fields.*.options.*.needs.@", "skill"],
  ["pipelines.*.stages.*.fields.*.options.*.stage", "stage"],
  ["canned_replies.*.queues.*", "queue"],
  ["canned_replies.*.teams.*", "team"],
  ["settings.chain_policy.final_queue", "queue"],
  ["edges.*.from.queue", "queue"],
  ["edges.*.to.queue", "queue"],
  ["edges.*.from.team", "team"],
  ["edges.*.to.team", "team"],
  ["entry", "place"],
]

export interface Use {
  kind: Kind
  /** A stage's is `pipeline/stage`. */
  key: string
  path: Path
  at: "key" | "value"
  /** How the name is written there when it is another. */
  written: (key: string) => Value
}

const plain = (key: string): Value => key
const own = (key: string): Value => key.split("/").at(-1) ?? key

/** Every place of a document that names another entry. */
export function uses(document: Value | undefined): Use[] {
  const found: Use[] = []
  for (const [pattern, kind] of NAMES) {
    for (const [path, value] of matches(document, pattern.split(".")))
      collect(document, kind, path, value, found)
  }
  return found
}

function collect(
  document: Value | undefined,
  kind: Kind | "place" | "way",
  path: Path,
  value: Value,
  found: Use[],
) {
  if (kind === "place" || kind === "way") {
    if (isEntries(value)) {
      const [[named, key] = []] = Object.entries(value)
      if (typeof key !== "string" || (named !== "queue" && named !== "stage" && named !== "pipeline")) return
      const whole = named === "stage" && kind === "way" ? `${path[1]}/${key}` : key
      const written = named === "stage" && kind === "way" ? own : plain
      found.push({ kind: named, key: whole, path: [...path, named], at: "value", written })
    } else if (typeof value === "string") {
      if (kind === "way") {
        if (value !== "back") collect(document, "stage", path, value, found)
        return
      }
      const pipelines = isEntries(document) ? document.pipelines : undefined
      const pipeline = path[0] === "entry" && isEntries(pipelines) && Object.hasOwn(pipelines, value)
      found.push({ kind: pipeline ? "pipeline" : "queue", key: value, path, at: "value", written: plain })
    }
    return
  }
  if (typeof value !== "string") return
  const at = kind === "skill" && path.at(-1) === value ? "key" : "value"
  const stage = kind === "stage"
  found.push({ kind, key: stage ? `${path[1]}/${value}` : value, path, at, written: stage ? own : plain })
}

function* matches(
  value: Value | undefined,
  pattern: readonly string[],
  path: Path = [],
): Generator<[Path, Value]> {
  const [step, ...rest] = pattern
  if (value === undefined) return
  if (step === undefined) yield [path, value]
  else if (step === "@") {
    if (isEntries(value)) for (const key of Object.keys(value)) yield [[...path, key], key]
  } else if (step === "*") {
    if (isList(value)) for (const [at, item] of value.entries()) yield* matches(item, rest, [...path, at])
    else if (isEntries(value))
      for (const [key, item] of Object.entries(value)) yield* matches(item, rest, [...path, key])
  } else if (isEntries(value)) yield* matches(value[step], rest, [...path, step])
}

/** The places that name one entry. */
export const usesOf = (document: Value | undefined, kind: Kind, key: string): Use[] =>
  uses(document).filter(use => use.kind === kind && use.key === key)

/** Gives an entry another key, and every place that names it the new name. */
export function renameAlong(
  text: string,
  document: Value | undefined,
  kind: Kind,
  path: Path,
  key: string,
): string {
  const stage = kind === "stage"
  const old = stage ? `${path[1]}/${path.at(-1)}` : String(path.at(-1))
  const whole = stage ? `${path[1]}/${key}` : key
  let changed = text
  const named = uses(document)
  for (const use of named) {
    if (use.kind === kind && use.key === old) {
      changed = use.at === "key" ? rename(changed, use.path, key) : set(changed, use.path, use.written(whole))
    } else if (
      kind === "pipeline" &&
      use.kind === "stage" &&
      use.key.startsWith(`${old}/`) &&
      use.written === plain
    ) {
      changed = set(changed, use.path, key + use.key.slice(old.length))
    }
  }
  return rename(changed, path, key)
}
