// Between places in the text and paths in the document: findings have a line and a column, fields have a path.

import { isMap, isScalar, isSeq, type Node, type ParsedNode } from "yaml"
import { parsed } from "./parsed.ts"
import type { Path } from "./values.ts"

/** The path of the innermost entry, item or value at a place; line and column are counted from 1. */
export function pathAt(text: string, line: number, column: number): Path {
  return locator(text)(line, column)
}

/** The same for many places of one text. */
export function locator(text: string): (line: number, column: number) => Path {
  const { document, lines } = parsed(text)
  return (line, column) => {
    const start = lines.lineStarts[line - 1]
    return start === undefined ? [] : pathTo(document.contents, start + column - 1)
  }
}

function pathTo(node: ParsedNode | Node | null, offset: number): Path {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (!isScalar(key) || !key.range) continue
      const inner = value as Node | null
      const end = inner?.range?.[1] ?? key.range[1]
      if (offset < key.range[0] || offset > Math.max(end, key.range[1])) continue
      const name = String(key.value)
      // A value that ends with its line, not with the next entry.
      if (offset === end && inner?.range && offset > inner.range[0]) continue
      if (offset <= key.range[1]) return [name]
      return [name, ...pathTo(inner, offset)]
    }
  }
  if (isSeq(node)) {
    for (const [at, item] of node.items.entries()) {
      const range = (item as Node).range
      if (range && offset >= range[0] && offset < range[1]) return [at, ...pathTo(item as Node, offset)]
    }
  }
  return []
}

/** The stretch of the text where a path stands, or as much of it as there is. */
export function rangeOf(text: string, path: Path): { from: number; to: number } {
  let node = parsed(text).document.contents as Node | null
  let range = { from: 0, to: 0 }
  for (const step of path) {
    let inner: Node | null | undefined
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      const key = isScalar(pair?.key) ? pair.key.range : undefined
      if (!pair || !key) return range
      range = { from: key[0], to: key[1] }
      inner = pair.value as Node | null
    } else if (isSeq(node)) {
      inner = node.items[Number(step)] as Node | undefined
      if (!inner?.range) return range
      range = { from: inner.range[0], to: inner.range[1] }
    }
    node = inner ?? null
  }
  return range
}
