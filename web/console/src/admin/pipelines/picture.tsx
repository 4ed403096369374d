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
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  type ReactFlowInstance,
} from "@xyflow/react"
import { useEffect, useMemo, useRef } from "react"
import { Tier } from "../../ui/tier.tsx"
import { useDraft } from "../draft/draft-context.tsx"
import { KINDS, type Outside, type PipelineGraph, type StageNode, type Way } from "./graph.ts"
import { type Layout, layoutOf, lineThrough, NODE, OUTSIDE, type Route } from "./layout.ts"
import styles from "./picture.module.css"

interface StageData extends Record<string, unknown> {
  stage: StageNode
  found: number
}

type StageCard = Node<StageData, "stage">
type OutsideCard = Node<{ outside: Outside }, "outside">
type WayEdge = Edge<{ way: Way; route: Route }, "way">

export interface PictureProps {
  pipeline: string
  graph: PipelineGraph
  chosen: string | undefined
  onChoose: (stage: string | undefined) => void
  onConnect: (from: string, to: string) => void
}

const FIT = { padding: 0.06, maxZoom: 1 }
/** Smaller than this, what stands on a card cannot be read. */
const READABLE = 0.75
/** Between the edge and the first stage, where not all of it fits. */
const EDGE_PX = 24

/** What the picture's library says to those who hear it. */
const SPOKEN = {
  "node.a11yDescription.default": t`Enter or the space bar chooses a stage.`,
  "node.a11yDescription.keyboardDisabled": t`Enter or the space bar chooses a stage.`,
  "edge.a11yDescription.default": t`The ways are listed under the picture.`,
  "controls.ariaLabel": t`Size of the picture`,
  "controls.zoomIn.ariaLabel": t`Larger`,
  "controls.zoomOut.ariaLabel": t`Smaller`,
  "controls.fitView.ariaLabel": t`All of it`,
}

const nodeTypes = { stage: Stage, outside: Place }
const edgeTypes = { way: Arrow }

export default function Picture({ pipeline, graph, chosen, onChoose, onConnect }: PictureProps) {
  const { check } = useDraft()
  const layout = useMemo(() => layoutOf(graph), [graph])
  const nodes = useMemo(() => {
    const at = (id: string) => layout.places.get(id) ?? { x: 0, y: 0 }
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
  }, [graph, layout, chosen, check.findings, pipeline])
  const edges = useMemo(() => edgesOf(graph.ways, layout), [graph.ways, layout])
  const frame = useRef<HTMLDivElement>(null)
  const flow = useRef<Instance | undefined>(undefined)
  const lead = useRef<Lead>({ chosen, first: undefined })
  useEffect(() => {
    lead.current = { chosen, first: graph.stages.find(({ first }) => first)?.key }
  }, [chosen, graph])
  useEffect(() => {
    // What matters stays in sight when the editor opens beside it.
    const watch = new ResizeObserver(() => {
      if (flow.current && frame.current) void show(flow.current, lead.current, frame.current.clientWidth)
    })
    if (frame.current) watch.observe(frame.current)
    return () => watch.disconnect()
  }, [])
  return (
    <div ref={frame} className={styles.picture}>
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
        minZoom={0.2}
        maxZoom={1.4}
        fitView
        fitViewOptions={FIT}
        onInit={instance => {
          flow.current = instance
          if (frame.current) void show(instance, lead.current, frame.current.clientWidth)
        }}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={SPOKEN}
        aria-label={t`Picture of the pipeline`}
      >
        <Background gap={24} size={1} color="var(--b-line)" />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  )
}

/** What is shown where not all of it fits: the stage that is edited, else where conversations begin. */
interface Lead {
  chosen: string | undefined
  first: string | undefined
}

type Instance = ReactFlowInstance<StageCard | OutsideCard, WayEdge>

/** All of it, if it can be read then. */
async function show(flow: Instance, { chosen, first }: Lead, width: number): Promise<void> {
  await flow.fitView(FIT)
  if (flow.getZoom() >= READABLE) return
  const at = flow.getNode(chosen ?? first ?? "")?.position
  if (!at) return
  const x = chosen ? at.x + NODE.width / 2 : at.x + (width / 2 - EDGE_PX) / READABLE
  await flow.setCenter(x, at.y + NODE.height / 2, { zoom: READABLE })
}

const edgesOf = (ways: readonly Way[], { routes }: Layout): WayEdge[] =>
  ways.flatMap(way => {
    const route = routes.get(way.id)
    if (!route) return []
    return {
      id: way.id,
      type: "way" as const,
      source: way.from,
      target: way.to,
      data: { way, route },
      ariaLabel: way.label,
      className: styles[way.kind] ?? "",
      markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: "var(--b-muted)" },
    }
  })

function Stage({ data: { stage, found } }: NodeProps<StageCard>) {
  return (
    <div className={styles.stage} data-kind={stage.kind ?? "unclear"} data-found={found > 0}>
      <Handle type="target" position={Position.Left} />
      <div className={styles.head}>
        <strong>{stage.name}</strong>
        {stage.tier !== undefined && <Tier tier={stage.tier} />}
      </div>
      <div className={styles.line}>{stage.kind ? KINDS[stage.kind] : t`Unclear`}</div>
      <div className={styles.line}>
        {[
          stage.first && t`begins here`,
          stage.maxWait && t`waits ${stage.maxWait}`,
          stage.offerTimeout && t`offers ${stage.offerTimeout}`,
          stage.messages > 0 && t`own words`,
          found > 0 && t`look here`,
        ]
          .filter(Boolean)
          .join(" · ")}
      </div>
      <Handle type="source" position={Position.Right} />
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

function Arrow({ data, markerEnd }: EdgeProps<WayEdge>) {
  if (!data) return null
  const { way, route } = data
  return (
    <>
      <BaseEdge path={lineThrough(route.points)} {...(markerEnd && { markerEnd })} />
      <EdgeLabelRenderer>
        <span
          className={styles.label}
          data-kind={way.kind}
          style={{ transform: `translate(-50%, -50%) translate(${route.label.x}px, ${route.label.y}px)` }}
        >
          {way.label}
        </span>
      </EdgeLabelRenderer>
    </>
  )
}
