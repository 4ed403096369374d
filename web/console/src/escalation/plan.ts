// An escalation before it is sent: which way on, what is missing, and what will happen in one sentence. Which ways
// there are, and whether they may be had, is the server's word.

import type { EscalationTarget, StaffCommand } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { offInWords } from "../server-words/off.ts"
import { waitInWords } from "../words.ts"

export interface EscalationPlan {
  conversation: string
  chosen: EscalationTarget | undefined
  reason: string | undefined
  note: string
}

/** Where nobody is online it is asked for twice. */
export const deserted = (plan: EscalationPlan): boolean => plan.chosen?.queue.online === 0

export const offOf = ({ escalation, queue }: EscalationTarget): string | undefined =>
  offInWords(escalation.off) ?? offInWords(queue.off)

/** What is still to be given, in words; nothing when it can be sent. */
export function missing({ chosen, reason, note }: EscalationPlan): string | undefined {
  if (!chosen) return t`Choose where it goes.`
  const off = offOf(chosen)
  if (off) return off
  if (chosen.escalation.reason_required && !reason) return t`Choose a reason.`
  if (chosen.escalation.note_required && note.trim() === "") return t`Write what they should know.`
  return undefined
}

/** What will happen, before it does. */
export function inWords(plan: EscalationPlan): string {
  const { chosen } = plan
  if (!chosen) return ""
  const { label, list } = chosen.escalation
  const first = list ? t` ${list} are asked first.` : ""
  if (deserted(plan)) return t`Nobody of ${label} is online. The visitor would wait until somebody comes.`
  const { estimated_wait } = chosen.queue
  const wait = estimated_wait ? t` The wait there is ${waitInWords(estimated_wait)}.` : ""
  return t`You are released now, and the visitor is told that ${label} takes over.${first}${wait}`
}

export function commandOf(plan: EscalationPlan): StaffCommand | undefined {
  const { conversation, chosen, reason, note } = plan
  if (!chosen) return undefined
  const text = note.trim()
  return {
    type: "escalate",
    conversation,
    option: chosen.escalation.key,
    confirmed: deserted(plan),
    ...(reason && { reason }),
    ...(text && { note: { text } }),
  }
}
