// Rows in the order of a column: figures by size, all else as one reads it. Where there is nothing stands last.

import { regional } from "../language/language.ts"
import type { Row, Value } from "./contract.ts"

export interface Sorting {
  by: string
  descending: boolean
}

const words = new Intl.Collator(regional(), { numeric: true })

/** Without a sorting as the server has them. */
export function sortedBy(
  rows: readonly Row[],
  sorting: Sorting | undefined,
  nameOf: (key: string, value: Value | undefined) => string,
): readonly Row[] {
  if (!sorting) return rows
  const { by, descending } = sorting
  const direction = descending ? -1 : 1
  return rows.toSorted((one, other) => {
    const [a, b] = [one[by], other[by]]
    const [none, noOther] = [a === null || a === undefined, b === null || b === undefined]
    if (none || noOther) return Number(none) - Number(noOther)
    if (typeof a === "number" && typeof b === "number") return (a - b) * direction
    return words.compare(nameOf(by, a), nameOf(by, b)) * direction
  })
}
