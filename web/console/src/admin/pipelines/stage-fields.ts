// The fields of a stage, by its kind.

import { t } from "@lingui/core/macro"
import type { FieldGroup, FieldSpec } from "../form/spec.ts"
import { strategies } from "../queues/queue-fields.ts"
import { KINDS, type StageKind } from "./graph.ts"

const name: FieldSpec = {
  name: "name",
  label: t`Name`,
  help: t`As colleagues see it`,
  input: { type: "text" },
}

const kind: FieldSpec = {
  name: "kind",
  label: t`Kind`,
  input: {
    type: "choice",
    usual: "connect",
    options: Object.entries(KINDS).map(([value, label]) => ({ value, label })),
  },
}

const next = (help: string): FieldSpec => ({
  name: "next",
  label: t`Then`,
  help,
  input: { type: "one", kind: "stage", none: t`Nothing` },
})

const connect: readonly FieldGroup[] = [
  {
    title: t`Who answers`,
    fields: [
      kind,
      name,
      { name: "queue", label: t`Queue`, input: { type: "one", kind: "queue", none: t`A list instead` } },
      {
        name: "list",
        label: t`List`,
        help: t`Instead of a queue: the stage has one of its own`,
        input: { type: "one", kind: "list", none: t`A queue instead` },
      },
      {
        name: "tier",
        label: t`Support level`,
        help: t`The queue's if left out`,
        input: { type: "number", min: 1, max: 9 },
      },
      {
        name: "strategy",
        label: t`Choice of the agent`,
        help: t`As the queue says if left out`,
        input: { type: "choice", options: strategies },
      },
      {
        name: "priority",
        label: t`Priority`,
        help: t`0 to 9, set on everything that enters`,
        input: { type: "number", min: 0, max: 9 },
      },
    ],
  },
  {
    title: t`When nobody comes`,
    fields: [
      {
        name: "max_wait",
        label: t`Longest wait`,
        help: t`As the queue says if left out`,
        input: { type: "duration", usual: t`as the queue` },
      },
      {
        name: "on_timeout",
        label: t`After the longest wait`,
        input: { type: "place", kinds: ["stage", "queue"], none: t`As the queue says`, back: true },
      },
      {
        name: "offer_timeout",
        label: t`Time to accept`,
        input: { type: "duration", usual: t`as the queue` },
      },
      {
        name: "still_searching",
        label: t`“Still searching” after`,
        input: { type: "duration", usual: t`as the queue` },
      },
      {
        name: "on_drop",
        label: t`When its agent is lost`,
        input: { type: "one", kind: "stage", none: t`Waits here again` },
      },
      next(t`After closing: a survey or an end`),
    ],
  },
]

const others = (fields: readonly FieldSpec[]): readonly FieldGroup[] => [
  { title: t`Stage`, fields: [kind, name, ...fields] },
]

export const stageFields: Record<StageKind | "unclear", readonly FieldGroup[]> = {
  connect,
  message: others([
    { name: "text", label: t`What it says`, input: { type: "texts", long: true } },
    next(t`It closes if nothing follows`),
  ]),
  form: others([next(t`After the answers`)]),
  offline_form: others([]),
  survey: others([next(t`After the survey`)]),
  end: others([]),
  unclear: connect,
}
