// Where things of a flow stand on a line of time: to scale, with round marks, and rows for what overlaps in one lane.

import type { Flow, FlowStay } from "@baton/protocol"

export interface Scale {
  from_ms: number
  until_ms: number
  /** 0 at the beginning, 1 at the end. */
  at: (ms: number) => number
  /** Round lengths of time since the beginning. */
  marks: number[]
}

/** Lengths between marks, in ms: the shortest that leaves at most `MARKS_MAX`. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400].map(
  seconds => seconds * 1000,
)
const MARKS_MAX = 8

/** A path of a moment is drawn as one of this length, so that it can be seen. */
const SHORTEST_MS = 1_000

/** From the beginning to the last that is known, or to now while something lasts. */
export function scaleOf(flow: Flow, now_ms: number): Scale {
  const ends = [
    ...flow.stays.map(stay => stay.until_ms ?? now_ms),
    ...flow.moves.map(move => move.ended_ms ?? move.asked_ms),
  ]
  const from_ms = flow.began_ms
  const until_ms = Math.max(from_ms + SHORTEST_MS, ...ends)
  const length = until_ms - from_ms
  const step =
    STEPS.find(one => length / one <= MARKS_MAX) ?? Math.ceil(length / MARKS_MAX / 86_400_000) * 86_400_000
  const marks = Array.from({ length: Math.floor(length / step) + 1 }, (_, at) => at * step)
  return { from_ms, until_ms, at: ms => (ms - from_ms) / length, marks }
}

export interface Placed {
  stay: FlowStay
  /** From 0; stays of one lane that overlap stand in rows of their own. */
  row: number
}

/** The stays of a lane in rows, the fewest that keep them apart; and how many those are. */
export function rowsOfLane(stays: readonly FlowStay[], lane: number): { placed: Placed[]; rows: number } {
  const ends: number[] = []
  const placed = stays
    .filter(stay => stay.lane === lane)
    .map(stay => {
      const free = ends.findIndex(end => end <= stay.from_ms)
      const row = free < 0 ? ends.length : free
      ends[row] = stay.until_ms ?? Number.POSITIVE_INFINITY
      return { stay, row }
    })
  return { placed, rows: Math.max(1, ends.length) }
}
