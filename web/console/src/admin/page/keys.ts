// Keys of entries: made of a name, and what may be wrong with one that was typed.

import { t } from "@lingui/core/macro"
import { getIn, isEntries, type Path, type Value } from "../draft/values.ts"

const GOOD = /^[a-z][a-z0-9_]*$/

/** `Second line!` is `second_line`; one that is taken gets a number. */
export function keyFor(name: string, document: Value | undefined, around: Path): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
  const entries = getIn(document, around)
  const taken = new Set(isEntries(entries) ? Object.keys(entries) : [])
  const key = plain || "entry"
  if (!taken.has(key)) return key
  for (let number = 2; ; number++) if (!taken.has(`${key}_${number}`)) return `${key}_${number}`
}

export function keyProblem(key: string, document: Value | undefined, around: Path): string | undefined {
  if (!GOOD.test(key)) return t`Lower-case letters, digits and _, beginning with a letter`
  const entries = getIn(document, around)
  return isEntries(entries) && Object.hasOwn(entries, key) ? t`There is one with this key already` : undefined
}
