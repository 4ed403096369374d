// The fields of a queue, in the order in which one thinks of them.

import { t } from "@lingui/core/macro"
import type { FieldGroup, Option } from "../form/spec.ts"

export const strategies: readonly Option[] = [
  { value: "least_loaded", label: t`Least loaded` },
  { value: "longest_idle", label: t`Longest idle` },
  { value: "best_skilled", label: t`Best skilled` },
  { value: "round_robin", label: t`In turn` },
  { value: "ordered", label: t`By rank` },
  { value: "broadcast", label: t`Everybody; the first to accept` },
]

export const queueFields: readonly FieldGroup[] = [
  {
    title: t`Queue`,
    fields: [
      { name: "name", label: t`Name`, required: true, input: { type: "text" } },
      {
        name: "public_name",
        label: t`Public name`,
        help: t`Where visitors are shown one; the same if left out`,
        input: { type: "text" },
      },
      {
        name: "public_names",
        label: t`Public name in other languages`,
        input: { type: "texts", others: true },
      },
      { name: "tier", label: t`Support level`, input: { type: "number", min: 1, max: 9, usual: 1 } },
      {
        name: "greeting",
        label: t`Greeting`,
        help: t`Said under the agent's name when they join, once`,
        input: { type: "long text" },
      },
      {
        name: "greetings",
        label: t`Greeting in other languages`,
        input: { type: "texts", long: true, others: true },
      },
    ],
  },
  {
    title: t`Who serves it`,
    fields: [
      {
        name: "members.lists",
        label: t`Lists`,
        help: t`They rank first, in this order`,
        input: { type: "several", kind: "list" },
      },
      { name: "members.teams", label: t`Teams`, input: { type: "several", kind: "team" } },
      {
        name: "required",
        label: t`Skills needed`,
        help: t`By every conversation here, at least at this level`,
        input: { type: "levels" },
      },
      {
        name: "language",
        label: t`Language`,
        input: {
          type: "choice",
          usual: "any",
          options: [
            { value: "any", label: t`Any` },
            { value: "required", label: t`The agent speaks the visitor's` },
          ],
        },
      },
    ],
  },
  {
    title: t`How an agent is chosen`,
    fields: [
      {
        name: "strategy",
        label: t`Choice`,
        input: { type: "choice", usual: "least_loaded", options: strategies },
      },
      {
        name: "mode",
        label: t`How it reaches them`,
        input: {
          type: "choice",
          usual: "push",
          options: [
            { value: "push", label: t`Offered; they accept` },
            { value: "push_auto_accept", label: t`Given without asking` },
            { value: "pull", label: t`They pick from a list` },
          ],
        },
      },
      {
        name: "offer_timeout",
        label: t`Time to accept`,
        help: t`5s to 10m`,
        input: { type: "duration", usual: "30s" },
      },
      {
        name: "weight",
        label: t`Weight`,
        help: t`Units of capacity one conversation takes`,
        input: { type: "number", min: 1, max: 100, usual: 1 },
      },
      {
        name: "priority",
        label: t`Priority`,
        help: t`0 to 9, set on everything that enters`,
        input: { type: "number", min: 0, max: 9 },
      },
      {
        name: "sticky",
        label: t`Returning visitors go to their last agent first`,
        input: { type: "switch", usual: false },
      },
    ],
  },
  {
    title: t`While somebody waits`,
    fields: [
      { name: "max_wait", label: t`Longest wait`, input: { type: "duration", usual: "10m" } },
      {
        name: "fallback",
        label: t`After the longest wait`,
        input: { type: "one", kind: "queue", none: t`The visitor chooses` },
      },
      {
        name: "still_searching",
        label: t`“Still searching” after`,
        input: { type: "duration", usual: "45s" },
      },
      {
        name: "credit",
        label: t`Earlier waits`,
        input: {
          type: "choice",
          usual: "keep",
          options: [
            { value: "keep", label: t`Count` },
            { value: "reset", label: t`Are forgotten` },
            { value: "boost", label: t`Count, and a boost on top` },
          ],
        },
      },
    ],
  },
  {
    title: t`Hours and after-work`,
    fields: [
      { name: "hours", label: t`Hours`, input: { type: "one", kind: "hours", none: t`Always open` } },
      {
        name: "out_of_hours",
        label: t`When closed`,
        input: { type: "place", kinds: ["queue", "stage"], none: t`A message can be left` },
      },
      {
        name: "wrap_up.time",
        label: t`Wrap-up`,
        help: t`0s for none`,
        input: { type: "duration", usual: "60s" },
      },
      {
        name: "wrap_up.holds_capacity",
        label: t`Wrap-up holds capacity`,
        input: { type: "switch", usual: true },
      },
    ],
  },
]
