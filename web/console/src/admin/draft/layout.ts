// How a value is written that a form puts into the document: short maps and lists in one line, long texts folded.

import { Document, isCollection, isMap, isScalar, type Node, Scalar, type ScalarTag } from "yaml"
import type { Value } from "./values.ts"

/** Collections up to this many characters stand in one line. */
const ONE_LINE_CHARS = 72
/** Longer texts are folded, so that a difference shows the words that changed. */
const FOLDED_FROM_CHARS = 96

/** The YAML of a value without its last line end. The outer `open` levels stand on lines of their own. */
export function write(value: Value, open = 0, kept?: Scalar.Type): string {
  const document = new Document(value as never)
  lay(document.contents as Node | null, open, kept)
  const written = document.toString({ lineWidth: FOLDED_FROM_CHARS, minContentWidth: 40 }).replace(/\n$/, "")
  // Lists as people write them, `[a, b]`, where no text has brackets of its own.
  return /[[\]]/.test(strings(value)) ? written : written.replace(/\[ /g, "[").replace(/ \]/g, "]")
}

const strings = (value: Value): string =>
  typeof value === "string"
    ? value
    : typeof value === "object" && value
      ? Object.values(value).map(strings).join()
      : ""

function lay(node: Node | null, open: number, kept: Scalar.Type | undefined): void {
  if (isScalar(node)) layText(node, kept)
  if (!isCollection(node)) return
  const flat = JSON.stringify(node.toJSON())
  if (open <= 0 && flat.length <= ONE_LINE_CHARS && !flat.includes("\\n")) {
    node.flow = true
    return
  }
  for (const item of node.items) {
    const inner = isMap(node) ? (item as { value: Node | null }).value : (item as Node)
    lay(inner, open - 1, kept)
  }
}

const QUOTED = new Set<string>([Scalar.QUOTE_DOUBLE, Scalar.QUOTE_SINGLE])

function layText(node: Scalar<unknown> & { tag?: ScalarTag["tag"] }, kept: Scalar.Type | undefined): void {
  const { value } = node
  if (typeof value !== "string") return
  if (value.includes("\n")) node.type = Scalar.BLOCK_LITERAL
  else if (value.length > FOLDED_FROM_CHARS) node.type = Scalar.BLOCK_FOLDED
  else if (kept && QUOTED.has(kept)) node.type = kept
}
