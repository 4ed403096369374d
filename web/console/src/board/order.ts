// In which order rows stand. While somebody points at a table, rows keep their places: what was about to be
// pressed does not move away. Knows no React.

export interface Sorting {
  /** The key of a column. */
  by: string
  descending: boolean
}

/** What rows of a column are compared by. */
export type Measure<T> = (row: T) => number | string

/** Sorted by a measure, equal rows by id, so that the order never depends on how rows came. */
export function sorted<T extends { id: string }>(
  rows: readonly T[],
  measure: Measure<T>,
  descending: boolean,
): T[] {
  const keyed = rows.map(row => ({ row, key: measure(row) }))
  const sign = descending ? -1 : 1
  keyed.sort((a, b) => sign * compare(a.key, b.key) || compare(a.row.id, b.row.id))
  return keyed.map(({ row }) => row)
}

const compare = (a: number | string, b: number | string) =>
  typeof a === "string" && typeof b === "string" ? a.localeCompare(b) : a < b ? -1 : a > b ? 1 : 0

/** The rows of `wanted` in the places they had in `before`; those that are new come last. */
export function inPlace<T extends { id: string }>(before: readonly string[], wanted: readonly T[]): T[] {
  const byId = new Map(wanted.map(row => [row.id, row]))
  const kept: T[] = []
  for (const id of before) {
    const row = byId.get(id)
    if (row && byId.delete(id)) kept.push(row)
  }
  return [...kept, ...byId.values()]
}
