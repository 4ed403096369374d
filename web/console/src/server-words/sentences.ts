// What happened, as a sentence in the reader's language, from the facts of a line. The server's own `text` says the
// same in English; it stands in for events that are newer than this console.

import type { Directory, Person, TargetName } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import type { EventLine } from "../conversation/rows.ts"
import { labelOf, useDirectory } from "../desk/directory.ts"
import { causeWords } from "./causes.ts"

/** Makes sentences with the workspace's own words for reasons, dispositions and tags. */
export function useSentence(): (line: EventLine) => string {
  const { data } = useDirectory()
  return line => sentence(line, data)
}

export function sentence(line: EventLine, words: Directory | undefined): string {
  const agent = line.agent?.name ?? t`Somebody`
  const from = line.from?.name ?? t`Somebody`
  const queue = line.queue?.name ?? t`the queue`
  const to = targetName(line.to)
  const by = personName(line.by)
  const reason =
    line.reason && labelOf(line.reason, [...(words?.reasons ?? []), ...(words?.dispositions ?? [])])
  const why = because(line.cause)
  const said = (plain: string): string => (reason ? t`${withoutStop(plain)}: ${reason}.` : plain)
  switch (line.event) {
    case "conversation.opened":
      return t`The visitor asked for help in ${queue}.`
    case "conversation.parked":
      return t`${agent} parked the conversation.`
    case "conversation.wake_delayed":
      return t`Woken; waits until its owner has room.`
    case "conversation.woken":
      return t`${by} woke the conversation.`
    case "conversation.prioritised":
      return t`${by} set the priority to ${line.priority ?? 0}.`
    case "conversation.tagged": {
      const tags = line.tags?.map(tag => labelOf(tag, words?.tags)).join(", ") || t`none`
      return t`${by} set the tags: ${tags}.`
    }
    case "conversation.quarantined":
      return t`Held for inspection after an error.`
    case "conversation.closed":
      return closed(line.cause, by)
    case "supervisors.alerted":
      return alerted(line.cause)
    case "greeting.sent":
      return t`${agent} sent the greeting of ${queue}.`
    case "visitor.reminded":
      return t`The visitor was asked whether they are still there.`
    case "visitor.told_still_searching":
      return t`The visitor was told that we are still searching.`
    case "choice.asked":
      return t`The visitor was asked whether to keep waiting.`
    case "choice.kept_waiting":
      return t`The visitor keeps waiting.`
    case "choice.message_asked":
      return t`The visitor is writing a message to leave.`
    case "visitor.told_out_of_hours":
      return t`The visitor was told that nobody is here now, and asked for a message.`
    case "wait.resumed":
      return t`${queue} is open again; the visitor goes on waiting.`
    case "owner.lost":
      return t`${agent} lost the connection.`
    case "owner.back":
      return t`${agent} is back.`
    case "wait.started":
      return waits(line.cause, queue, agent)
    case "wait.relaxed":
      return t`The search was widened.`
    case "wait.widened":
      return t`Everybody here is asked from here on.`
    case "reservation.ended":
      return t`No longer kept for ${agent}${why}.`
    case "routing.found_nobody":
      return t`Nobody can take it at the moment.`
    case "offer.made":
      return line.to ? t`Offered to ${to}.` : t`Offered to everybody who is free.`
    case "offer.declined":
      return t`${agent} declined.`
    case "offer.accepted":
      return t`${agent} accepted.`
    case "offer.ended":
      return line.agent ? t`The offer to ${agent} ended${why}.` : t`The offer ended${why}.`
    case "agent.assigned":
      return assigned(line.cause, agent, from, by)
    case "agent.released":
      return t`${agent} let go${why}.`
    case "wrap_up.extended":
      return t`${agent} needs longer to wrap up.`
    case "wrap_up.ended":
      return said(t`${agent} wrapped up.`)
    case "guest.joined":
      return line.cause === "invited" ? t`${agent} joined as a guest.` : t`${agent} stays as a guest.`
    case "guest.left":
      return line.cause === "sent_away" ? t`${by} removed ${agent}.` : t`${agent} left.`
    case "invitation.started":
      return said(t`${from} invited ${to}.`)
    case "invitation.accepted":
      return t`${agent} accepted the invitation.`
    case "invitation.ended":
      return ended(line, t`The invitation of ${to}`)
    case "transfer.started":
      return said(line.mode === "cold" ? t`${from} transferred to ${to}.` : t`${from} asked ${to}.`)
    case "transfer.accepted":
      return t`${agent} joined; the introduction runs.`
    case "transfer.turned_cold":
      return t`${from} was lost; the transfer goes on to ${to}.`
    case "transfer.completed":
      return t`${from} handed over to ${agent}.`
    case "transfer.ended":
      return ended(line, handoff(line, to))
    case "escalation.started":
      return said(t`${from} escalated to ${line.option ?? queue}.`)
    case "return.started":
      return t`${from} gave it back to ${agent} in ${queue}.`
    case "stage.message_sent":
      return t`The visitor was told what this stage says.`
    case "offline_form.shown":
      return t`The visitor was asked for a message.`
    case "survey.asked":
      return t`The visitor was asked how it was.`
    case "survey.answered":
      return t`The visitor gave it ${line.rating ?? 0} of 5.`
    case "message.answered":
      return t`${agent} saw to the message that was left.`
    case "hand.raised":
      return raised(line.cause, agent)
    case "hand.lowered":
      if (line.cause === "taken") return t`${by} answers the raised hand.`
      return line.cause === "lowered" ? t`${by} lowered the hand.` : t`The hand is down${why}.`
    case "hand.rule_met":
      return t`The rule “${line.rule ?? ""}” applies.`
    case "supervisor.entered":
    case "supervisor.mode_changed":
      if (line.assist === "observe") return t`${agent} is observing.`
      return line.assist === "whisper" ? t`${agent} is whispering.` : t`${agent} joined as supervisor.`
    case "supervisor.left":
      return t`${agent} is no longer here as supervisor.`
    case "move.stopped":
      return t`Handed over too often: the move to ${to} waits for a supervisor.`
    case "move.allowed":
      return line.by
        ? t`${by} allows it to be handed on.`
        : t`It may be handed on: no supervisor answered in time.`
    default:
      return line.text
  }
}

function closed(cause: string | undefined, by: string): string {
  switch (cause) {
    case "visitor":
      return t`The visitor closed the conversation.`
    case "visitor_idle":
      return t`Closed: the visitor did not answer.`
    case "visitor_gone":
      return t`Closed: the visitor has gone.`
    case "erased":
      return t`Closed: the visitor was erased.`
    case "wait_timeout":
      return t`Closed: the wait ran out.`
    case "message_left":
      return t`Closed: the visitor left a message.`
    default:
      return t`${by} closed the conversation.`
  }
}

function alerted(cause: string | undefined): string {
  switch (cause) {
    case "only_agent_unwilling":
      return t`Supervisors alerted: the only agent here did not take it.`
    case "nobody_came":
      return t`Supervisors alerted: nobody came.`
    case "hand_unanswered":
      return t`Nobody has answered the raised hand; all supervisors are alerted.`
    case "move_unanswered":
      return t`Supervisors alerted: it may be handed on because nobody answered.`
    default:
      return t`Supervisors alerted.`
  }
}

function waits(cause: string | undefined, queue: string, agent: string): string {
  switch (cause) {
    case "transfer":
      return t`Moved to ${queue}.`
    case "unanswered":
      return t`Nobody took the transfer; waits in ${queue}.`
    case "escalation":
      return t`Escalated to ${queue}.`
    case "return":
      return t`Given back to ${queue}.`
    case "fallback_back":
      return t`The longest wait is over; back to ${queue}.`
    case "fallback":
      return t`The longest wait is over; fell back to ${queue}.`
    case "agent_lost":
      return t`${agent} was lost; waits in ${queue} at the front.`
    case "agent_went_offline":
      return t`${agent} went offline; waits in ${queue} at the front.`
    case "agent_removed":
      return t`${agent} was removed; waits in ${queue} at the front.`
    case "owner_had_no_room":
      return t`${agent} had no room; waits in ${queue}.`
    case "owner_left":
      return t`${agent} left; waits in ${queue} at the front.`
    case "requeued":
      return t`${agent} put it back into ${queue}.`
    default:
      return t`Waits in ${queue}.`
  }
}

function assigned(cause: string | undefined, agent: string, from: string, by: string): string {
  switch (cause) {
    case "transfer_returned":
      return t`Nobody took the transfer; ${agent} has it again.`
    case "transfer_recalled":
      return t`${agent} took it back.`
    case "reconnected":
      return t`${agent} is back and has it again.`
    case "owner_lost":
      return t`The owner was lost; ${agent} has it.`
    case "pulled":
      return t`${agent} picked it.`
    case "made_owner":
      return t`${from} made ${agent} the owner.`
    case "inherited":
      return t`${agent} has it after ${from}.`
    case "assigned":
      return t`${by} assigned it to ${agent}.`
    case "taken_over":
      return t`${agent} took it over from ${from}.`
    case "handed_back":
      return t`${by} handed it back to ${agent}.`
    default:
      return t`${agent} has it.`
  }
}

function raised(cause: string | undefined, agent: string): string {
  if (cause === "asked") return t`${agent} asks for a supervisor.`
  return cause === "chain_limit"
    ? t`A supervisor is asked whether it may be handed on again.`
    : t`A supervisor is asked for by a rule.`
}

function handoff({ handoff_kind: kind }: EventLine, to: string): string {
  if (kind === "escalation") return t`The escalation to ${to}`
  return kind === "return" ? t`The return to ${to}` : t`The transfer to ${to}`
}

function ended({ outcome, cause }: EventLine, what: string): string {
  const why = because(cause)
  switch (outcome) {
    case "declined":
      return t`${what} was declined${why}.`
    case "expired":
      return t`${what} ran out${why}.`
    case "cancelled":
      return t`${what} was cancelled${why}.`
    case "failed":
      return t`${what} failed${why}.`
    default:
      return t`${what} ended${why}.`
  }
}

/** Causes that the sentence says already. */
const SAID = new Set(["withdrawn", "declined", "by_sender"])

function because(cause: string | undefined): string {
  if (!cause || SAID.has(cause)) return ""
  return ` (${causeWords[cause] ?? cause.replaceAll("_", " ")})`
}

const withoutStop = (text: string): string => text.replace(/\.$/, "")

function targetName(target: TargetName | undefined): string {
  if (!target) return t`somebody`
  return "agent" in target ? target.agent.name : target.queue.name
}

function personName(person: Person | undefined): string {
  if (person?.type === "visitor") return t`The visitor`
  return person?.type === "agent" ? person.name : t`The system`
}
