// Changes to the text of a document, entry by entry: comments, order and layout of everything else stay as
// somebody wrote them.
//
// Each change is made twice, to the text and to the plain values, and the two are held against each other. Where
// the text cannot be changed in place (anchors, unusual layouts), the whole document is written anew.

import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml"
import { write } from "./layout.ts"
import { parsed, read } from "./parsed.ts"
import {
  getIn,
  isEntries,
  isList,
  moveIn,
  nested,
  type Path,
  removeIn,
  renameIn,
  same,
  setIn,
  type Value,
} from "./values.ts"

/** Writes a value at a path; what leads there is made. */
export function set(text: string, path: Path, value: Value): string {
  return changed(
    text,
    values => setIn(values, path, value),
    () => setText(text, path, value),
  )
}

/** Takes out what stands at a path, and the maps and lists that are left empty by it, as far as they may go. */
export function remove(text: string, path: Path): string {
  const around = path.slice(0, -1)
  const neighbours = getIn(read(text), around)
  const count = isList(neighbours)
    ? neighbours.length
    : isEntries(neighbours)
      ? Object.keys(neighbours).length
      : 0
  if (count === 1 && around.length > 0) {
    if (!NEEDED.has(String(around.at(-1)))) return remove(text, around)
    return set(text, around, isList(neighbours) ? [] : {})
  }
  return changed(
    text,
    values => removeIn(values, path),
    () => removeText(text, path),
  )
}

/** Fields that have to be there, be they empty. */
const NEEDED = new Set(["agents", "queues", "members", "open", "stages"])

/** Gives an entry another key. What refers to it is for `references`. */
export function rename(text: string, path: Path, key: string): string {
  return changed(
    text,
    values => renameIn(values, path, key),
    () => {
      const found = pairAt(text, path)
      const range = found && isScalar(found.pair.key) ? found.pair.key.range : undefined
      return range ? splice(text, range[0], range[1], write(key)) : undefined
    },
  )
}

/** Puts an entry or item in another place among its neighbours. */
export function move(text: string, path: Path, to: number): string {
  return changed(
    text,
    values => moveIn(values, path, to),
    () => moveText(text, path, to),
  )
}

function changed(text: string, change: (values: Value) => Value, inPlace: () => string | undefined): string {
  const wanted = change(read(text) ?? {})
  const candidate = inPlace()
  if (candidate !== undefined && same(read(candidate), wanted)) return candidate
  const document = parseDocument(text)
  const comments = [document.commentBefore, document.comment]
  document.contents = document.createNode(wanted) as never
  ;[document.commentBefore, document.comment] = comments as [string | null, string | null]
  return document.toString({ lineWidth: 0 })
}

function setText(text: string, path: Path, value: Value): string | undefined {
  let node = parsed(text).document.contents as Node | null
  let at = 0
  for (; at < path.length; at++) {
    const step = path[at] as string | number
    const rest = path.slice(at + 1)
    if (isMap(node)) {
      if (node.flow || node.items.length === 0) return rewrite(text, path, at, value)
      const pair = pairOf(node, String(step))
      if (!pair) return append(text, node, write({ [step]: nested(rest, value) }, 1 + rest.length), at === 0)
      const inner = pair.value as Node | null
      if (rest.length === 0 || !(isMap(inner) || isSeq(inner))) {
        return replace(text, node, pair, nested(rest, value), rest.length)
      }
      node = inner
    } else if (isSeq(node)) {
      if (node.flow || node.items.length === 0) return rewrite(text, path, at, value)
      const item = node.items[Number(step)] as Node | undefined
      if (item === undefined) return append(text, node, write([nested(rest, value)], 1), false)
      if (rest.length === 0) return rewrite(text, path, at, value)
      node = item
    } else return undefined
  }
  return undefined
}

/** Writes the collection anew that stands at the first `depth` steps of a path. */
function rewrite(text: string, path: Path, depth: number, value: Value): string | undefined {
  const around = path.slice(0, depth)
  return depth === 0
    ? undefined
    : setWhole(text, around, setIn(getIn(read(text), around), path.slice(depth), value))
}

/** Replaces the whole value at a path, which is there; inside a flow collection, that collection. */
function setWhole(text: string, path: Path, value: Value): string | undefined {
  const found = pairAt(text, path)
  if (found && !found.map.flow) return replace(text, found.map, found.pair, value, 0)
  const around = path.slice(0, -1)
  if (around.length === 0) return undefined
  return setWhole(text, around, setIn(getIn(read(text), around), path.slice(-1), value))
}

function removeText(text: string, path: Path): string | undefined {
  const around = path.slice(0, -1)
  const rest = removeIn(getIn(read(text), around) ?? {}, path.slice(-1))
  const lines = linesOf(text, path)
  if (lines) return splice(text, lines.start, lines.end, "")
  return around.length > 0 ? setWhole(text, around, rest) : undefined
}

function moveText(text: string, path: Path, to: number): string | undefined {
  const around = path.slice(0, -1)
  const neighbours = getIn(read(text), around)
  const keys = isEntries(neighbours) ? Object.keys(neighbours) : []
  const lines = keys.map(key => linesOf(text, [...around, key]))
  const first = lines[0]
  const last = lines.at(-1)
  if (first && last && lines.every(one => one !== undefined)) {
    // Blank lines go with the entry below them.
    const chunks = lines.map((one, index) => text.slice(lines[index - 1]?.end ?? first.start, one.end))
    const from = keys.indexOf(String(path.at(-1)))
    const [chunk] = chunks.splice(from, 1)
    chunks.splice(to, 0, chunk as string)
    return splice(
      text,
      first.start,
      last.end,
      chunks.map(one => (one.endsWith("\n") ? one : `${one}\n`)).join(""),
    )
  }
  const whole = moveIn(read(text) ?? {}, path, to)
  return around.length > 0 ? setWhole(text, around, getIn(whole, around) ?? {}) : undefined
}

function pairOf(map: YAMLMap, key: string): Pair<Node, Node | null> | undefined {
  const found = map.items.find(item => isScalar(item.key) && String(item.key.value) === key)
  return found as Pair<Node, Node | null> | undefined
}

interface Found {
  map: YAMLMap
  pair: Pair<Node, Node | null>
}

function pairAt(text: string, path: Path): Found | undefined {
  let node = parsed(text).document.contents as Node | null
  let found: Found | undefined
  for (const step of path) {
    found = undefined
    if (isMap(node)) {
      const pair = pairOf(node, String(step))
      if (!pair) return undefined
      found = { map: node, pair }
      node = pair.value
    } else if (isSeq(node)) node = (node.items[Number(step)] as Node | undefined) ?? null
    else return undefined
  }
  return found
}

/** Writes another value behind the key of a pair. `open` levels of it stand on lines of their own. */
function replace(
  text: string,
  map: YAMLMap,
  pair: Pair<Node, Node | null>,
  value: Value,
  open: number,
): string | undefined {
  const key = pair.key.range
  if (!key) return undefined
  const colon = text.indexOf(":", key[1])
  const written = pair.value?.range
  const start = colon + 1
  const end = written ? written[0] + text.slice(written[0], written[1]).trimEnd().length : start
  const kept = isScalar(pair.value) ? (pair.value as Scalar).type : undefined
  const whole = write({ [String((pair.key as Scalar).value)]: value }, 1 + open, kept)
  const behind = whole.slice(whole.indexOf(":", write(String((pair.key as Scalar).value)).length) + 1)
  return splice(text, start, Math.max(start, end), indented(behind, columnOf(text, map)))
}

/** Adds an entry or item below the last of a map or list. */
function append(text: string, to: YAMLMap | YAMLSeq, written: string, apart: boolean): string | undefined {
  const range = to.range
  if (!range) return undefined
  const end = lineEnd(text, range[0] + text.slice(range[0], range[1]).trimEnd().length)
  const column = columnOf(text, to)
  const added = " ".repeat(column) + indented(written, column)
  return splice(text, end, end, `${apart ? "\n\n" : "\n"}${added}`)
}

/** The whole lines of an entry with the comments right above it; none where it shares a line with others. */
function linesOf(text: string, path: Path): { start: number; end: number } | undefined {
  const found = pairAt(text, path)
  const key = found?.pair.key.range
  if (!found || !key || found.map.flow) return undefined
  let start = lineStart(text, key[0])
  if (text.slice(start, key[0]).trim() !== "") return undefined
  while (start > 0) {
    const above = lineStart(text, start - 1)
    const line = text.slice(above, start)
    if (!line.trim().startsWith("#") || line.indexOf("#") !== key[0] - lineStart(text, key[0])) break
    start = above
  }
  const value = found.pair.value?.range
  const behind = value
    ? value[0] + text.slice(value[0], value[1]).trimEnd().length
    : text.indexOf(":", key[1]) + 1
  return { start, end: Math.min(text.length, lineEnd(text, behind) + 1) }
}

function columnOf(text: string, collection: YAMLMap | YAMLSeq): number {
  const start = collection.range?.[0] ?? 0
  return start - lineStart(text, start)
}

const lineStart = (text: string, at: number) => text.lastIndexOf("\n", at - 1) + 1

const lineEnd = (text: string, at: number) => {
  const end = text.indexOf("\n", at)
  return end < 0 ? text.length : end
}

const indented = (written: string, column: number) =>
  written.replace(/\n(?=[^\n])/g, `\n${" ".repeat(column)}`)

const splice = (text: string, start: number, end: number, put: string) =>
  text.slice(0, start) + put + text.slice(end)
