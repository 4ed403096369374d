// The ways between places as a table of from and to: how often each was gone, and in the period before, of the busiest
// places alone where there are more than one can read.

import type { Row, Value } from "../contract.ts"

export type Place = string | number | null

export interface Edge {
  from: Place
  to: Place
  count: number
}

export interface EdgeTable {
  /** Both ways in both periods, busiest first. */
  places: Place[]
  /** How many places there are in all. */
  all: number
  count: (from: Place, to: Place) => number
  /** In the period before. */
  before: (from: Place, to: Place) => number
  /** Of the present period. */
  most: number
  /** Between the places that are kept, busiest first. */
  edges: Edge[]
  edgesBefore: Edge[]
}

export function edgeTable(
  rows: readonly Row[],
  previous: readonly Row[],
  keys: { from: string; to: string; count: string },
  most: number,
): EdgeTable {
  const [now, then] = [edgesOf(rows, keys), edgesOf(previous, keys)]
  const busy = new Map<Place, number>()
  for (const { from, to, count } of [...now, ...then])
    for (const place of [from, to]) busy.set(place, (busy.get(place) ?? 0) + count)
  const ranked = [...busy].sort(([, one], [, other]) => other - one).map(([place]) => place)
  const places = ranked.slice(0, most)
  const kept = (edges: readonly Edge[]) =>
    edges
      .filter(({ from, to }) => places.includes(from) && places.includes(to))
      .sort((one, other) => other.count - one.count)
  const [edges, edgesBefore] = [kept(now), kept(then)]
  return {
    places,
    all: ranked.length,
    count: countOf(edges),
    before: countOf(edgesBefore),
    most: edges[0]?.count ?? 0,
    edges,
    edgesBefore,
  }
}

/** Rows that tell a way in parts, by reason and the like, are one way. */
function edgesOf(rows: readonly Row[], keys: { from: string; to: string; count: string }): Edge[] {
  const edges = new Map<string, Edge>()
  for (const row of rows) {
    const [from, to] = [placeOf(row[keys.from]), placeOf(row[keys.to])]
    const edge = edges.get(keyOf(from, to)) ?? { from, to, count: 0 }
    edge.count += Number(row[keys.count] ?? 0)
    edges.set(keyOf(from, to), edge)
  }
  return [...edges.values()]
}

function countOf(edges: readonly Edge[]): (from: Place, to: Place) => number {
  const counts = new Map(edges.map(({ from, to, count }) => [keyOf(from, to), count]))
  return (from, to) => counts.get(keyOf(from, to)) ?? 0
}

const keyOf = (from: Place, to: Place): string => JSON.stringify([from, to])

const placeOf = (value: Value | undefined): Place => (typeof value === "object" ? null : (value ?? null))
