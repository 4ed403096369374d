// The pipeline as a picture: stages as cards, ways as arrows. A stage or a way is chosen by click or by keyboard;
// a new way is drawn from a stage's edge to another stage. What is chosen is edited beside it.

import "@xyflow/react/dist/base.css"
import { t } from "@lingui/core/macro"
import {
  Background,
  BaseEdge,
  Controls,
  type Edge,
  EdgeLabelRenderer,
  type EdgeProps,
  getBezierPath,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from "@xyflow/react"
import { useMemo } from "react"
import { Tier } from "../../ui/tier.tsx"
import { useDraft } from "../draft/draft-context.tsx"
import { KINDS, type Outside, type PipelineGraph, type StageNode, type Way } from "./graph.ts"
import { NODE, OUTSIDE, positionsOf } from "./layout.ts"
import styles from "./picture.module.css"

interface StageData extends Record<string, unknown> {
  stage: StageNode
  found: number
}

type StageCard = Node<StageData, "stage">
type OutsideCard = Node<{ outside: Outside }, "outside">
/** `nth` counts the ways between the same two stages. */
type WayEdge = Edge<{ way: Way; nth: number }, "way">

export interface PictureProps {
  pipeline: string
  graph: PipelineGraph
  chosen: string | undefined
  onChoose: (stage: string | undefined) => void
  onConnect: (from: string, to: string) => void
}

const nodeTypes = { stage: Stage, outside: Place }
const edgeTypes = { way: Arrow }

export default function Picture({ pipeline, graph, chosen, onChoose, onConnect }: PictureProps) {
  const { check } = useDraft()
  const nodes = useMemo(() => {
    const positions = positionsOf(graph)
    const at = (id: string) => positions.get(id) ?? { x: 0, y: 0 }
    const stages: StageCard[] = graph.stages.map(stage => ({
      id: stage.key,
      type: "stage",
      position: at(stage.key),
      ...NODE,
      data: {
        stage,
        found: check.findings.filter(
          ({ path: [root, of, , key] }) => root === "pipelines" && of === pipeline && key === stage.key,
        ).length,
      },
      selected: stage.key === chosen,
      ariaLabel: t`Stage ${stage.name}`,
    }))
    const outside: OutsideCard[] = graph.outside.map(place => ({
      id: place.id,
      type: "outside",
      position: at(place.id),
      ...OUTSIDE,
      data: { outside: place },
      selectable: false,
      focusable: false,
    }))
    return [...stages, ...outside]
  }, [graph, chosen, check.findings, pipeline])
  const edges = useMemo(() => edgesOf(graph.ways), [graph.ways])
  return (
    <div className={styles.picture}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodeClick={(_, node) => node.type === "stage" && onChoose(node.id)}
        onPaneClick={() => onChoose(undefined)}
        onNodesChange={changes => {
          for (const change of changes) {
            if (change.type === "select" && change.selected) onChoose(change.id)
          }
        }}
        onConnect={({ source, target }) => onConnect(source, target)}
        nodesDraggable={false}
        edgesFocusable={false}
        deleteKeyCode={null}
        minZoom={0.3}
        maxZoom={1.4}
        fitView
        fitViewOptions={{ padding: 0.12, maxZoom: 1 }}
        proOptions={{ hideAttribution: true }}
        aria-label={t`Picture of the pipeline`}
      >
        <Background gap={24} size={1} color="var(--b-line)" />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  )
}

/** Several ways between two stages are bent apart. */
function edgesOf(ways: readonly Way[]): WayEdge[] {
  const between = new Map<string, number>()
  return ways.map(way => {
    const pair = [way.from, way.to].sort().join("|")
    const nth = between.get(pair) ?? 0
    between.set(pair, nth + 1)
    return {
      id: way.id,
      type: "way",
      source: way.from,
      target: way.to,
      data: { way, nth },
      className: styles[way.kind] ?? "",
      markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: "currentColor" },
    }
  })
}

function Stage({ data: { stage, found } }: NodeProps<StageCard>) {
  return (
    <div className={styles.stage} data-kind={stage.kind ?? "unclear"} data-found={found > 0}>
      <Handle type="target" position={Position.Left} aria-label={t`Into ${stage.name}`} />
      <div className={styles.head}>
        <strong>{stage.name}</strong>
        {stage.tier !== undefined && <Tier tier={stage.tier} />}
      </div>
      <div className={styles.line}>
        {[stage.first && t`Begins here`, stage.kind ? KINDS[stage.kind] : t`Unclear`]
          .filter(Boolean)
          .join(" · ")}
      </div>
      <div className={styles.line}>
        {[
          stage.maxWait && t`waits ${stage.maxWait}`,
          stage.offerTimeout && t`offers ${stage.offerTimeout}`,
          stage.messages > 0 && t`own words`,
          found > 0 && t`look here`,
        ]
          .filter(Boolean)
          .join(" · ")}
      </div>
      <Handle type="source" position={Position.Right} aria-label={t`From ${stage.name}`} />
    </div>
  )
}

function Place({ data: { outside } }: NodeProps<OutsideCard>) {
  return (
    <div className={styles.outside} data-kind={outside.kind}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      {outside.kind === "missing" ? t`No stage “${outside.name}”` : outside.name}
    </div>
  )
}

/** How far ways between the same two stages are set apart. */
const APART = 26

function Arrow({ sourceX, sourceY, targetX, targetY, data, markerEnd }: EdgeProps<WayEdge>) {
  const nth = data?.nth ?? 0
  const shift = nth === 0 ? 0 : Math.ceil(nth / 2) * (nth % 2 ? 1 : -1) * APART
  const [path, x, y] = getBezierPath({
    sourceX,
    sourceY: sourceY + shift / 3,
    sourcePosition: Position.Right,
    targetX,
    targetY: targetY + shift / 3,
    targetPosition: Position.Left,
  })
  return (
    <>
      <BaseEdge path={path} {...(markerEnd && { markerEnd })} />
      <EdgeLabelRenderer>
        <span
          className={styles.label}
          data-kind={data?.way.kind}
          style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y + shift}px)` }}
        >
          {data?.way.label}
        </span>
      </EdgeLabelRenderer>
    </>
  )
}
