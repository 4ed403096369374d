// Carries what one draft changed over to a version that somebody else put in force meanwhile.

import { remove, set } from "./edit.ts"
import { read } from "./parsed.ts"
import { getIn, isEntries, type Path, same, type Value } from "./values.ts"

export interface Carried {
  text: string
  /** Where both changed the same: the draft's value stands, the other's is gone. */
  overwritten: Path[]
}

/** The draft's changes on top of another text; none where one of them is no YAML. */
export function carry(base: string, draft: string, theirs: string): Carried | undefined {
  const [before, mine, other] = [read(base), read(draft), read(theirs)]
  if (before === undefined || mine === undefined || other === undefined) return undefined
  let text = theirs
  const overwritten: Path[] = []
  for (const { path, value } of differences(before, mine)) {
    const there = getIn(other, path)
    if (same(there, value)) continue
    if (!same(there, getIn(before, path))) overwritten.push(path)
    text = value === undefined ? remove(text, path) : set(text, path, value)
  }
  return { text, overwritten }
}

export interface Difference {
  path: Path
  /** None where it was taken out. */
  value: Value | undefined
}

/** What one document says otherwise than another, as deep as it can be told. */
export function differences(
  before: Value | undefined,
  after: Value | undefined,
  path: Path = [],
): Difference[] {
  if (same(before, after)) return []
  if (!isEntries(before) || !isEntries(after) || reordered(before, after)) return [{ path, value: after }]
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap(key => differences(before[key], after[key], [...path, key]))
}

function reordered(before: object, after: object): boolean {
  const kept = Object.keys(before).filter(key => Object.hasOwn(after, key))
  const order = Object.keys(after).filter(key => Object.hasOwn(before, key))
  return !same(kept, order)
}
