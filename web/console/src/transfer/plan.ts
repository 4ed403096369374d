// A transfer before it is sent: what was chosen, what is still missing, what will happen in one sentence, and the
// command. Which targets may be chosen is the server's word (`off`).

import type {
  AgentTarget,
  Completion,
  Note,
  OnUnanswered,
  QueueTarget,
  StaffCommand,
  Targets,
} from "@baton/protocol"
import { plural, t } from "@lingui/core/macro"
import { offInWords } from "../server-words/off.ts"

export type Chosen = { kind: "agent"; agent: AgentTarget } | { kind: "queue"; queue: QueueTarget }

export interface Plan {
  conversation: string
  chosen: Chosen | undefined
  mode: "warm" | "cold"
  complete: Completion
  onUnanswered: OnUnanswered
  /** A queue id, where the agent does not serve the present place. */
  place: string | undefined
  reason: string | undefined
  note: Required<Note>
}

export const emptyNote: Required<Note> = { text: "", goal: "", tried: "", ask: "" }

export const keyOf = (chosen: Chosen): string =>
  chosen.kind === "agent" ? chosen.agent.agent.id : chosen.queue.queue.id

export const nameOf = (chosen: Chosen): string =>
  chosen.kind === "agent" ? chosen.agent.agent.name : chosen.queue.queue.name

/** Why it cannot be chosen at all, in words. */
export function offOf(chosen: Chosen): string | undefined {
  if (chosen.kind === "queue") return offInWords(chosen.queue.off)
  return chosen.agent.off && chosen.agent.off_parked ? offInWords(chosen.agent.off) : undefined
}

/** Somebody without room or away can only be kept waiting for. */
export const parkOnly = (chosen: Chosen | undefined): boolean =>
  chosen?.kind === "agent" && chosen.agent.off !== undefined && chosen.agent.off_parked === undefined

export const needsPlace = (chosen: Chosen | undefined): boolean =>
  chosen?.kind === "agent" && !chosen.agent.serves_place && chosen.agent.serves.length > 0

/** Where there is nothing to pick, it is picked. */
export const onlyPlace = (chosen: Chosen): string | undefined =>
  chosen.kind === "agent" && needsPlace(chosen) && chosen.agent.serves.length === 1
    ? chosen.agent.serves[0]?.id
    : undefined

/** Every target that a search finds, those that can be chosen first. */
export function find(targets: Targets, search: string): Chosen[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const all: Chosen[] = [
    ...targets.queues.map(queue => ({ kind: "queue" as const, queue })),
    ...targets.agents.map(agent => ({ kind: "agent" as const, agent })),
  ]
  const found = all.filter(one => words.every(word => nameOf(one).toLowerCase().includes(word)))
  const rank = (one: Chosen) => (offOf(one) ? 2 : parkOnly(one) ? 1 : 0) + (one.kind === "agent" ? 10 : 0)
  return found.sort((a, b) => rank(a) - rank(b) || nameOf(a).localeCompare(nameOf(b)))
}

/** What is still to be chosen, in words; nothing when it can be sent. */
export function missing(plan: Plan, reasonRequired: boolean): string | undefined {
  if (!plan.chosen) return t`Choose who takes it.`
  const off = offOf(plan.chosen)
  if (off) return off
  if (needsPlace(plan.chosen) && !plan.place)
    return t`Choose the queue in which ${nameOf(plan.chosen)} takes it.`
  if (reasonRequired && !plan.reason) return t`Choose a reason.`
  return undefined
}

/** What will happen, before it does. */
export function inWords(plan: Plan): string {
  const { chosen } = plan
  if (!chosen) return ""
  const name = nameOf(chosen)
  if (effectiveMode(plan) === "warm") {
    const asked =
      chosen.kind === "agent" ? t`${name} is asked now` : t`The best free agent of ${name} is asked`
    switch (plan.complete) {
      case "introduced":
        return t`${asked}. You stay the owner and keep writing; you introduce each other, then they take over.`
      case "on_accept":
        return t`${asked}. On accepting, they become the owner and you stay as guest.`
      case "on_accept_and_leave":
        return t`${asked}. On accepting, they become the owner and you leave.`
    }
  }
  if (chosen.kind === "queue") {
    const { waiting, online } = chosen.queue
    const before = plural(waiting, {
      0: "Nobody waits there",
      one: "1 waits there",
      other: "# wait there",
    })
    const warning = online === 0 ? t`, and nobody is online` : ""
    return t`You are released now and it waits in ${name}. ${before}${warning}. You can recall it until somebody accepts.`
  }
  switch (parkOnly(chosen) ? "park" : plan.onUnanswered) {
    case "return":
      return t`You are released now. ${name} is asked; without an answer it comes back to you.`
    case "queue":
      return t`You are released now. ${name} is asked first; without an answer everybody in the queue is.`
    case "park":
      return t`You are released now. It is kept until ${name} has room, 30 minutes at most, then offered to everybody in the queue.`
  }
}

export function commandOf(plan: Plan): StaffCommand | undefined {
  const { chosen, conversation, place, reason, note } = plan
  if (!chosen) return undefined
  const mode = effectiveMode(plan)
  const written = Object.fromEntries(Object.entries(note).filter(([, words]) => words.trim() !== ""))
  return {
    type: "start_transfer",
    conversation,
    target: chosen.kind === "agent" ? { agent: chosen.agent.agent.id } : { queue: chosen.queue.queue.id },
    mode,
    ...(mode === "warm" && { complete: plan.complete }),
    ...(mode === "cold" &&
      chosen.kind === "agent" && { on_unanswered: parkOnly(chosen) ? "park" : plan.onUnanswered }),
    ...(needsPlace(chosen) && place && { place }),
    ...(reason && { reason }),
    ...(Object.keys(written).length > 0 && { note: written }),
  }
}

export const effectiveMode = (plan: Plan): "warm" | "cold" => (parkOnly(plan.chosen) ? "cold" : plan.mode)
