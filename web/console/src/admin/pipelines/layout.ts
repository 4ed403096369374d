// Where each stage stands in the picture: in layers from left to right, as Dagre lays out directed graphs.

import { Graph, layout } from "@dagrejs/dagre"
import type { PipelineGraph } from "./graph.ts"

export const NODE = { width: 224, height: 92 }
export const OUTSIDE = { width: 168, height: 44 }

export interface Position {
  x: number
  y: number
}

export function positionsOf({ stages, outside, ways }: PipelineGraph): Map<string, Position> {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: "LR", nodesep: 36, ranksep: 132, marginx: 16, marginy: 16 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { key } of stages) graph.setNode(key, { ...NODE })
  for (const { id } of outside) graph.setNode(id, { ...OUTSIDE })
  for (const { id, from, to } of ways) {
    // Ways back count for less, so that the first stage stays on the left.
    if (from !== to) graph.setEdge(from, to, { weight: to === "back" ? 1 : 2 }, id)
  }
  layout(graph)
  const sizes = new Map(outside.map(({ id }) => [id, OUTSIDE]))
  return new Map(
    graph.nodes().map(id => {
      const { x, y } = graph.node(id) as Position
      const { width, height } = sizes.get(id) ?? NODE
      return [id, { x: x - width / 2, y: y - height / 2 }]
    }),
  )
}
