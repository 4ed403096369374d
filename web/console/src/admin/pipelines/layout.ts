// Where each stage stands in the picture and how each way runs: in layers from left to right, as Dagre lays out
// directed graphs. Room is kept for the words on a way, and ways go round stages.

import { Graph, layout } from "@dagrejs/dagre"
import type { PipelineGraph } from "./graph.ts"

export const NODE = { width: 224, height: 92 }
export const OUTSIDE = { width: 184, height: 40 }

/** Words on a way are written small; roughly as wide as they are. */
const LETTER = 6.2
const LABEL = { height: 24, width_max: 168, padding: 20 }

export interface Position {
  x: number
  y: number
}

export interface Route {
  /** From border to border. */
  points: readonly Position[]
  /** Where its words stand. */
  label: Position
}

export interface Layout {
  places: ReadonlyMap<string, Position>
  routes: ReadonlyMap<string, Route>
}

export function layoutOf({ stages, outside, ways }: PipelineGraph): Layout {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: "LR", nodesep: 28, ranksep: 56, edgesep: 12, marginx: 16, marginy: 16 })
  for (const { key } of stages) graph.setNode(key, { ...NODE })
  for (const { id } of outside) graph.setNode(id, { ...OUTSIDE })
  for (const { id, from, to, label } of ways) {
    const width = Math.min(LABEL.width_max, label.length * LETTER + LABEL.padding)
    if (from !== to) graph.setEdge(from, to, { width, height: LABEL.height, labelpos: "c" }, id)
  }
  layout(graph)
  const places = graph.nodes().map((id): [string, Position] => {
    const { x, y, width, height } = graph.node(id) as Position & typeof NODE
    return [id, { x: x - width / 2, y: y - height / 2 }]
  })
  const routes = graph.edges().map((edge): [string, Route] => {
    const { points, x, y } = graph.edge(edge) as Position & { points: Position[] }
    return [edge.name ?? "", { points, label: { x, y } }]
  })
  return { places: new Map(places), routes: new Map(routes) }
}

/** A smooth line through points: curves meet half-way between them. */
export function lineThrough(points: readonly Position[]): string {
  const [first, ...rest] = points
  const last = rest.at(-1)
  if (!first || !last) return ""
  const bends = rest.slice(0, -1).map((point, at) => {
    const next = rest[at + 1] ?? last
    const end = at === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
    return `Q ${point.x} ${point.y} ${end.x} ${end.y}`
  })
  return bends.length > 0
    ? `M ${first.x} ${first.y} ${bends.join(" ")}`
    : `M ${first.x} ${first.y} L ${last.x} ${last.y}`
}
