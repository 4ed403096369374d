// What a form says of one field of the document: where it stands, what it is called, and what may be entered.

import type { Kind } from "../draft/references.ts"

export interface Option {
  value: string
  label: string
}

export type Input =
  | { type: "text"; placeholder?: string }
  | { type: "words"; placeholder?: string }
  | { type: "long text"; placeholder?: string }
  | { type: "duration"; usual: string }
  | { type: "number"; min: number; max: number; usual?: number }
  | { type: "switch"; usual: boolean }
  /** `usual` is what counts where the field is left out. */
  | { type: "choice"; options: readonly Option[]; usual?: string }
  | { type: "several choices"; options: readonly Option[]; usual: readonly string[] }
  | { type: "one"; kind: Kind; none: string }
  | { type: "several"; kind: Kind }
  | { type: "levels" }
  /** `others`: all but the workspace's own language, whose text stands in a field of its own. */
  | { type: "texts"; long?: boolean; others?: boolean }
  | { type: "place"; kinds: readonly ("queue" | "stage" | "pipeline")[]; none: string; back?: boolean }
  | { type: "colour"; usual: string }

export interface FieldSpec {
  /** Below the entry: `wrap_up.time`. */
  name: string
  label: string
  help?: string
  required?: boolean
  input: Input
}

export interface FieldGroup {
  title: string
  fields: readonly FieldSpec[]
}

export const time = (name: string, label: string, usual: string, help?: string): FieldSpec => ({
  name,
  label,
  ...(help && { help }),
  input: { type: "duration", usual },
})

export const count = (name: string, label: string, usual: number, max: number, help?: string): FieldSpec => ({
  name,
  label,
  ...(help && { help }),
  input: { type: "number", min: 0, max, usual },
})

export const onOff = (name: string, label: string, usual: boolean): FieldSpec => ({
  name,
  label,
  input: { type: "switch", usual },
})
