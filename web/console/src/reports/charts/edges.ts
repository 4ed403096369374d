// The ways between places as a table of from and to: how often each was gone, of the busiest places alone where
// there are more than one can read.

import type { Row, Value } from "../contract.ts"

export type Place = string | number | null

export interface Edge {
  from: Place
  to: Place
  count: number
}

export interface EdgeTable {
  /** Both ways, busiest first. */
  places: Place[]
  /** How many places there are in all. */
  all: number
  count: (from: Place, to: Place) => number
  most: number
  edges: Edge[]
}

export function edgeTable(
  rows: readonly Row[],
  keys: { from: string; to: string; count: string },
  most: number,
): EdgeTable {
  const edges = new Map<string, Edge>()
  const busy = new Map<Place, number>()
  for (const row of rows) {
    const [from, to, count] = [placeOf(row[keys.from]), placeOf(row[keys.to]), Number(row[keys.count] ?? 0)]
    const key = JSON.stringify([from, to])
    const edge = edges.get(key) ?? { from, to, count: 0 }
    edge.count += count
    edges.set(key, edge)
    for (const place of [from, to]) busy.set(place, (busy.get(place) ?? 0) + count)
  }
  const ranked = [...busy].sort(([, one], [, other]) => other - one).map(([place]) => place)
  const places = ranked.slice(0, most)
  const kept = [...edges.values()]
    .filter(({ from, to }) => places.includes(from) && places.includes(to))
    .sort((one, other) => other.count - one.count)
  const counts = new Map(kept.map(({ from, to, count }) => [JSON.stringify([from, to]), count]))
  return {
    places,
    all: ranked.length,
    count: (from, to) => counts.get(JSON.stringify([from, to])) ?? 0,
    most: kept[0]?.count ?? 0,
    edges: kept,
  }
}

const placeOf = (value: Value | undefined): Place => (typeof value === "object" ? null : (value ?? null))
