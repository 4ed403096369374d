// What stands in a flow, in words: the same for the picture, its table, and whoever listens to it.

import type { FlowLane, FlowMove, FlowStay } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { duration } from "../words.ts"

export const stayWords: Record<FlowStay["kind"], string> = {
  wait: t`Waiting`,
  owner: t`Owner`,
  receiver: t`Introduction`,
  guest: t`Guest`,
  observe: t`Observing`,
  whisper: t`Whispering`,
  join: t`Supervisor`,
  parked: t`Parked`,
  wrap_up: t`Wrap-up`,
}

export const moveWords: Record<FlowMove["kind"], string> = {
  assignment: t`Assignment`,
  transfer: t`Transfer`,
  escalation: t`Escalation`,
  return: t`Return`,
  invitation: t`Invitation`,
  take_over: t`Take-over`,
  hand_back: t`Hand-back`,
  succession: t`Left to a guest`,
  requeue: t`Back to the queue`,
  fallback: t`Fallback`,
  came_back: t`Came back`,
}

/** Moves that somebody answers, so that it is worth saying that they came to their end. */
const ANSWERED: ReadonlySet<FlowMove["kind"]> = new Set(["transfer", "escalation", "return", "invitation"])

const outcomeWords: Record<FlowMove["outcome"], string> = {
  pending: t`not answered yet`,
  accepted: t`accepted`,
  completed: "",
  declined: t`declined`,
  expired: t`not answered in time`,
  cancelled: t`cancelled`,
  failed: t`failed`,
}

export const laneName = (lane: FlowLane | undefined): string =>
  lane === undefined ? "" : lane.type === "queue" ? lane.queue.name : lane.agent.name

export function stayInWords(stay: FlowStay, lane: FlowLane | undefined, now_ms: number): string {
  const length = duration((stay.until_ms ?? now_ms) - stay.from_ms)
  const place = stay.stage
    ? t`${stay.stage.name}, level ${stay.tier}`
    : t`${stay.queue.name}, level ${stay.tier}`
  const lasts = stay.until_ms === undefined ? t`for ${length} so far` : t`for ${length}`
  return t`${stayWords[stay.kind]}: ${laneName(lane)} in ${place}, ${lasts}`
}

/** "Warm transfer from Nora to Technical support because of a fault, after 0:20" */
export function moveInWords(move: FlowMove, lanes: readonly FlowLane[]): string {
  const { kind, warm, from, to, asked_ms, ended_ms, outcome, reason } = move
  const name = kind !== "transfer" ? moveWords[kind] : warm ? t`Warm transfer` : t`Cold transfer`
  const took = ended_ms !== undefined && ended_ms > asked_ms ? t`after ${duration(ended_ms - asked_ms)}` : ""
  const parts = [
    t`${name} from ${laneName(lanes[from])} to ${laneName(lanes[to])}`,
    reason && t`because: ${reason}`,
    outcome === "completed" && ANSWERED.has(kind) ? t`completed` : outcomeWords[outcome],
    took,
  ]
  return parts.filter(Boolean).join(", ")
}
