// Texts as YAML, each read once: forms, positions and references ask for the same text many times over.

import { type Document, LineCounter, parseDocument } from "yaml"
import type { Value } from "./values.ts"

export interface Parsed {
  /** Read only: a change is made to the text. */
  document: Document.Parsed
  lines: LineCounter
  /** None where the text is no YAML. */
  values: Value | undefined
}

/** The draft, the version in force, and the steps between them while something is renamed. */
const KEPT_MAX = 8
const kept = new Map<string, Parsed>()

export function parsed(text: string): Parsed {
  const known = kept.get(text)
  if (known) return known
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const made = { document, lines, values: valuesOf(document) }
  kept.set(text, made)
  const oldest = kept.size > KEPT_MAX ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  return made
}

/** The plain values of a text; none where it is no YAML. */
export const read = (text: string): Value | undefined => parsed(text).values

function valuesOf(document: Document.Parsed): Value | undefined {
  if (document.errors.length > 0) return undefined
  try {
    return document.toJS() as Value
  } catch {
    // Anchors that grow without bound.
    return undefined
  }
}
