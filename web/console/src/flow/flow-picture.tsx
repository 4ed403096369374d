// The path of a conversation to scale: a lane for each queue and agent, bars for waits and legs, arrows for moves.
// Own SVG: a node editor draws no time, and a chart library draws no arrows between bars.

import type { Flow, FlowMove } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { useElementSize } from "@mantine/hooks"
import { Avatar } from "../ui/avatar.tsx"
import { duration } from "../words.ts"
import styles from "./flow-picture.module.css"
import { rowsOfLane, type Scale, scaleOf } from "./scale.ts"
import { laneName, moveInWords, stayInWords } from "./words.ts"

const AXIS = 28
const ROW = 22
const BAR = 14
const LANE_PADDING = 10
const MARGIN = 14
/** Half the size of a number on an arrow. */
const NUMBER = 8

export function FlowPicture({ flow, now_ms }: { flow: Flow; now_ms: number }) {
  const { ref, width } = useElementSize<HTMLDivElement>()
  const scale = scaleOf(flow, now_ms)
  const lanes = flow.lanes.map((lane, at) => ({ lane, ...rowsOfLane(flow.stays, at) }))
  const heights = lanes.map(({ rows }) => rows * ROW + LANE_PADDING * 2)
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, one) => sum + one, AXIS))
  const height = heights.reduce((sum, one) => sum + one, AXIS)
  const inner = Math.max(0, width - MARGIN * 2)
  const x = (ms: number) => MARGIN + scale.at(ms) * inner
  const middle = (lane: number) => (tops[lane] ?? 0) + LANE_PADDING + ROW / 2

  return (
    <div
      className={styles.picture}
      style={{ gridTemplateRows: [AXIS, ...heights].map(h => `${h}px`).join(" ") }}
    >
      <div className={`${styles.lane} ${styles.axis}`}>
        <Trans>{duration(scale.until_ms - scale.from_ms)} in all</Trans>
      </div>
      {lanes.map(({ lane }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its number
        <div key={at} className={styles.lane}>
          {lane.type === "queue" ? (
            <Avatar kind="queue" tier={lane.queue.tier} size={24} />
          ) : (
            <Avatar kind="agent" name={lane.agent.name} size={24} />
          )}
          <span dir="auto" title={laneName(lane)}>
            {laneName(lane)}
            {lane.type === "agent" && lane.bot && " (bot)"}
          </span>
        </div>
      ))}
      <div ref={ref} className={styles.drawing}>
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={t`The path to scale; the moves and steps below say the same`}
        >
          <defs>
            <marker
              id="flow-head"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0 L8 4 L0 8 z" className={styles.head} />
            </marker>
          </defs>
          <Marks scale={scale} x={x} height={height} />
          {tops.map((top, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its number
            <line key={at} x1={0} x2={width} y1={top} y2={top} className={styles.line} />
          ))}
          {lanes.flatMap(({ lane, placed }, at) =>
            placed.map(({ stay, row }) => {
              const left = x(stay.from_ms)
              const long = Math.max(2, x(stay.until_ms ?? scale.until_ms) - left)
              return (
                <rect
                  key={`${stay.lane}-${row}-${stay.from_ms}-${stay.kind}`}
                  x={left}
                  y={(tops[at] ?? 0) + LANE_PADDING + row * ROW + (ROW - BAR) / 2}
                  width={long}
                  height={BAR}
                  rx={3}
                  data-kind={stay.kind}
                  className={styles.bar}
                >
                  <title>{stayInWords(stay, lane, now_ms)}</title>
                </rect>
              )
            }),
          )}
          {flow.moves.map((move, at) => (
            <Arrow
              // biome-ignore lint/suspicious/noArrayIndexKey: moves are never reordered
              key={at}
              number={at + 1}
              move={move}
              from={{ x: x(move.asked_ms), y: middle(move.from) }}
              to={{ x: x(arrives(move)), y: middle(move.to) }}
              title={moveInWords(move, flow.lanes)}
            />
          ))}
        </svg>
      </div>
    </div>
  )
}

function Marks({ scale, x, height }: { scale: Scale; x: (ms: number) => number; height: number }) {
  return scale.marks.map(mark => (
    <g key={mark}>
      <line
        x1={x(scale.from_ms + mark)}
        x2={x(scale.from_ms + mark)}
        y1={AXIS - 6}
        y2={height}
        className={styles.line}
      />
      <text x={x(scale.from_ms + mark)} y={AXIS - 10} textAnchor="middle" className={styles.mark}>
        {duration(mark)}
      </text>
    </g>
  ))
}

/** Where somebody is asked the arrow arrives with the answer; what is sent to a queue is there at once. */
const arrives = ({ warm, kind, asked_ms, accepted_ms, ended_ms }: FlowMove): number =>
  warm || kind === "invitation" ? (accepted_ms ?? ended_ms ?? asked_ms) : asked_ms

interface Point {
  x: number
  y: number
}

interface ArrowProps {
  /** Of the move in the list below. */
  number: number
  move: FlowMove
  from: Point
  to: Point
  title: string
}

function Arrow({ number, move, from, to, title }: ArrowProps) {
  const failed = ["declined", "expired", "cancelled", "failed"].includes(move.outcome)
  const open = move.outcome === "pending"
  const down = to.y > from.y ? 1 : -1
  const [start, end] = [from.y + (down * BAR) / 2, to.y - (down * BAR) / 2]
  // A warm one is drawn double, as everywhere.
  const offsets = move.warm ? [-2, 2] : [0]
  return (
    <g>
      <title>{title}</title>
      {offsets.map(offset => (
        <path
          key={offset}
          d={`M${from.x + offset} ${start} L${to.x + offset} ${end}`}
          data-open={open}
          data-failed={failed}
          className={styles.arrow}
          markerEnd="url(#flow-head)"
        />
      ))}
      <g transform={`translate(${(from.x + to.x) / 2} ${(start + end) / 2})`}>
        <circle r={NUMBER} className={styles.number} />
        <text textAnchor="middle" dominantBaseline="central" className={styles.figure}>
          {number}
        </text>
      </g>
    </g>
  )
}
