// Where something leads: a queue, a stage, a pipeline, or back to where it came from.

import { t } from "@lingui/core/macro"
import { Select } from "@mantine/core"
import { useDraft, useEdit, useValue } from "../draft/draft-context.tsx"
import { type Entries, getIn, isEntries, type Path, type Value } from "../draft/values.ts"
import type { Wrapper } from "./field.tsx"
import { optionsOf, stageName } from "./names.ts"
import type { Input, Option } from "./spec.ts"

type PlaceInput = Extract<Input, { type: "place" }>
type PlaceKind = PlaceInput["kinds"][number]

interface PlaceFieldProps {
  path: Path
  input: PlaceInput
  wrapper: Wrapper
}

export function PlaceField({ path, input, wrapper }: PlaceFieldProps) {
  const { put } = useEdit()
  const { values } = useDraft()
  const value = useValue(path)
  const groups = input.kinds.map(kind => ({ group: GROUPS[kind], items: placesOf(values, kind, path) }))
  const ways = input.back ? [{ value: "back", label: t`Back to where it came from` }] : []
  return (
    <Select
      {...wrapper}
      searchable
      clearable={!wrapper.required}
      clearButtonProps={{ "aria-label": t`Leave out` }}
      placeholder={input.none}
      data={[...ways, ...groups.filter(({ items }) => items.length > 0)]}
      value={chosen(value, path, values)}
      onChange={next => put(path, next === null ? undefined : written(next, path))}
    />
  )
}

const GROUPS: Record<PlaceKind, string> = {
  queue: t`Queues`,
  stage: t`Stages`,
  pipeline: t`Pipelines`,
}

const ofStage = (path: Path) => path[0] === "pipelines"

function placesOf(document: Entries | undefined, kind: PlaceKind, path: Path): Option[] {
  if (kind !== "stage" || ofStage(path)) {
    return optionsOf(document, kind, path).map(({ value, label }) => ({ value: `${kind}:${value}`, label }))
  }
  const pipelines = getIn(document, ["pipelines"])
  if (!isEntries(pipelines)) return []
  return Object.entries(pipelines).flatMap(([pipeline, entry]) => {
    const stages = getIn(entry, ["stages"])
    if (!isEntries(stages)) return []
    return Object.entries(stages).map(([key, stage]) => ({
      value: `stage:${pipeline}/${key}`,
      label: `${pipeline} › ${stageName(document, key, stage)}`,
    }))
  })
}

/** The option that stands for what is written. A plain key is a stage in a pipeline, else a queue or a pipeline. */
export function chosen(value: Value | undefined, path: Path, document: Value | undefined): string | null {
  if (isEntries(value)) {
    const [[kind, key] = []] = Object.entries(value)
    return kind && typeof key === "string" ? `${kind}:${key}` : null
  }
  if (typeof value !== "string" || value === "") return null
  if (ofStage(path)) return value === "back" ? value : `stage:${value}`
  return getIn(document, ["queues", value]) === undefined ? `pipeline:${value}` : `queue:${value}`
}

/** As short as the place allows. */
export function written(option: string, path: Path): Value {
  if (option === "back") return option
  const [kind = "", key = ""] = option.split(/:(.*)/s)
  if (ofStage(path) ? kind === "stage" : kind === "queue" && path[0] === "queues") return key
  return { [kind]: key }
}
