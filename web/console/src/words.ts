// Codes of the wire in words. The same thing has the same name everywhere (SPEC, Terms).

import type {
  AgentStatus,
  AssistMode,
  Conversation,
  EstimatedWait,
  Excluded,
  OnUnanswered,
  Participant,
  TargetName,
  Verdict,
} from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { regional } from "./language/language.ts"

export const statusWords: Record<AgentStatus, string> = {
  online: t`Online`,
  transfer_only: t`Transfer only`,
  away: t`Away`,
  offline: t`Offline`,
  not_responding: t`Not responding`,
  disconnected: t`Disconnected`,
}

export const standingWords: Record<Conversation["status"], string> = {
  waiting: t`waiting`,
  active: t`with an agent`,
  parked: t`parked`,
  closed: t`closed`,
}

export const roleWords: Record<Participant["role"], string> = {
  owner: t`Owner`,
  receiver: t`Taking over`,
  guest: t`Guest`,
  supervisor: t`Supervisor`,
}

export const closedWords: Record<NonNullable<Conversation["closed"]>, string> = {
  agent: t`Closed by an agent`,
  visitor: t`Closed by the visitor`,
  visitor_idle: t`Closed: the visitor was silent`,
  visitor_gone: t`Closed: the visitor left`,
  wait_timeout: t`Closed: the wait was too long`,
  message_left: t`Closed: the visitor left a message`,
  out_of_hours: t`Closed: out of hours`,
  supervisor: t`Closed by a supervisor`,
  erased: t`Closed: the visitor was erased`,
}

export const unansweredWords: Record<OnUnanswered, string> = {
  return: t`Return it to me`,
  queue: t`Offer it to everybody there`,
  park: t`Keep it for them, up to 30 minutes`,
}

const excludedWords: Record<keyof Excluded, string> = {
  offline: t`offline`,
  disconnected: t`disconnected`,
  not_responding: t`not responding`,
  away: t`away`,
  transfer_only: t`taking transfers only`,
  lacks_skill: t`without the skill`,
  at_capacity: t`at capacity`,
  declined: t`declined before`,
  sender: t`sent it here`,
  not_listed: t`not of the list that is asked first`,
}

/** "3 at capacity, 1 away"; empty when nobody was excluded. */
export function excludedInWords(excluded: Excluded): string {
  const parts = Object.entries(excludedWords) as [keyof Excluded, string][]
  return parts
    .filter(([rule]) => excluded[rule] > 0)
    .map(([rule, words]) => `${excluded[rule]} ${words}`)
    .join(", ")
}

export function verdictInWords(verdict: Verdict, now_ms: number): string {
  switch (verdict.rule) {
    case "eligible":
      return t`could take it`
    case "not_member":
      return t`does not serve this queue`
    case "lacks_skill":
      return t`lacks ${verdict.skill.name} at level ${verdict.level}`
    case "at_capacity":
      return t`at capacity, ${verdict.load} of ${verdict.capacity}`
    case "declined":
      return t`declined ${ago(verdict.at_ms, now_ms)}`
    case "sender":
      return t`sent it here`
    case "transfer_only":
      return t`takes transfers only`
    case "not_listed":
      return t`is not of the list that is asked first`
    default:
      return statusWords[verdict.rule].toLowerCase()
  }
}

export const targetWords = (target: TargetName): string =>
  "agent" in target ? target.agent.name : target.queue.name

export const modeWords: Record<AssistMode, string> = {
  observe: t`observing`,
  whisper: t`whispering`,
  join: t`in the conversation`,
}

/** "about 2 to 5 minutes"; shorter waits by the second are a promise nobody keeps. */
export function waitInWords(wait: EstimatedWait): string {
  if (wait.type === "nobody_on_shift") return t`unknown: nobody is on shift`
  if (wait.type === "no_data") return t`not known yet`
  if (wait.p90_ms < 30_000) return t`under a minute`
  const [least, most] = [minutesUp(wait.p50_ms), minutesUp(wait.p90_ms)]
  if (least === most) return least === 1 ? t`about a minute` : t`about ${least} minutes`
  return t`about ${least} to ${most} minutes`
}

const minutesUp = (ms: number) => Math.max(1, Math.ceil(ms / 60_000))

interface OfVisitor {
  visitor: Pick<Conversation["visitor"], "id" | "attributes">
}

/** What the page says the visitor is called, if anything. */
export function givenName({ visitor }: OfVisitor): string | undefined {
  const { name, display_name, email } = visitor.attributes
  return name || display_name || email
}

/** How a conversation is called: by its visitor, else by number. */
export const visitorName = (conversation: OfVisitor): string =>
  givenName(conversation) ?? t`Visitor ${conversation.visitor.id.replace("vis_", "")}`

/** "Ada, Nora and Henrik" */
export const listInWords = (names: readonly string[]): string =>
  new Intl.ListFormat(regional(), { type: "conjunction" }).format(names)

/** `2:05`, `1:02:05`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (value: number) => String(value).padStart(2, "0")
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** "just now", "4 min ago", "2 h ago", "3 days ago". */
export function ago(then_ms: number, now_ms: number): string {
  const minutes = Math.floor((now_ms - then_ms) / 60_000)
  if (minutes < 1) return t`just now`
  if (minutes < 60) return t`${minutes} min ago`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return t`${hours} h ago`
  const days = Math.floor(hours / 24)
  return days === 1 ? t`yesterday` : t`${days} days ago`
}

export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return t`${Math.round(bytes / 1000)} KB`
  return t`${(bytes / 1_000_000).toFixed(1)} MB`
}
