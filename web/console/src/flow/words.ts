// What stands in a flow, in words: the same for the picture, its table, and whoever listens to it.

import type { FlowLane, FlowMove, FlowStay } from "@baton/protocol"
import { duration } from "../words.ts"

export const stayWords: Record<FlowStay["kind"], string> = {
  wait: "Waiting",
  owner: "Owner",
  receiver: "Introduction",
  guest: "Guest",
  observe: "Observing",
  whisper: "Whispering",
  join: "Supervisor",
  parked: "Parked",
  wrap_up: "Wrap-up",
}

export const moveWords: Record<FlowMove["kind"], string> = {
  assignment: "Assignment",
  transfer: "Transfer",
  escalation: "Escalation",
  return: "Return",
  invitation: "Invitation",
  take_over: "Take-over",
  hand_back: "Hand-back",
  succession: "Left to a guest",
  requeue: "Back to the queue",
  fallback: "Fallback",
  came_back: "Came back",
}

const outcomeWords: Record<FlowMove["outcome"], string> = {
  pending: "not answered yet",
  accepted: "accepted",
  completed: "",
  declined: "declined",
  expired: "not answered in time",
  cancelled: "cancelled",
  failed: "failed",
}

export const laneName = (lane: FlowLane | undefined): string =>
  lane === undefined ? "" : lane.type === "queue" ? lane.queue.name : lane.agent.name

export function stayInWords(stay: FlowStay, lane: FlowLane | undefined, now_ms: number): string {
  const length = duration((stay.until_ms ?? now_ms) - stay.from_ms)
  const place = stay.stage
    ? `${stay.stage.name}, level ${stay.tier}`
    : `${stay.queue.name}, level ${stay.tier}`
  const lasts = stay.until_ms === undefined ? `for ${length} so far` : `for ${length}`
  return `${stayWords[stay.kind]}: ${laneName(lane)} in ${place}, ${lasts}`
}

/** "Warm transfer from Nora to Technical support because of a fault, after 0:20" */
export function moveInWords(move: FlowMove, lanes: readonly FlowLane[]): string {
  const { kind, warm, from, to, asked_ms, ended_ms, outcome, reason } = move
  const name = warm ? `Warm ${moveWords[kind].toLowerCase()}` : moveWords[kind]
  const took = ended_ms !== undefined && ended_ms > asked_ms ? `after ${duration(ended_ms - asked_ms)}` : ""
  const parts = [
    `${name} from ${laneName(lanes[from])} to ${laneName(lanes[to])}`,
    reason && `because: ${reason}`,
    outcomeWords[outcome],
    took,
  ]
  return parts.filter(Boolean).join(", ")
}
