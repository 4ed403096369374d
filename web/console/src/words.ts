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

export const statusWords: Record<AgentStatus, string> = {
  online: "Online",
  transfer_only: "Transfer only",
  away: "Away",
  offline: "Offline",
  not_responding: "Not responding",
  disconnected: "Disconnected",
}

export const roleWords: Record<Participant["role"], string> = {
  owner: "Owner",
  receiver: "Taking over",
  guest: "Guest",
  supervisor: "Supervisor",
}

export const closedWords: Record<NonNullable<Conversation["closed"]>, string> = {
  agent: "Closed by an agent",
  visitor: "Closed by the visitor",
  visitor_idle: "Closed: the visitor was silent",
  visitor_gone: "Closed: the visitor left",
  wait_timeout: "Closed: the wait was too long",
  message_left: "Closed: the visitor left a message",
  out_of_hours: "Closed: out of hours",
  supervisor: "Closed by a supervisor",
}

export const unansweredWords: Record<OnUnanswered, string> = {
  return: "Return it to me",
  queue: "Offer it to everybody there",
  park: "Keep it for them, up to 30 minutes",
}

const excludedWords: Record<keyof Excluded, string> = {
  offline: "offline",
  disconnected: "disconnected",
  not_responding: "not responding",
  away: "away",
  transfer_only: "taking transfers only",
  lacks_skill: "without the skill",
  at_capacity: "at capacity",
  declined: "declined before",
  sender: "sent it here",
  not_listed: "not of the list that is asked first",
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
      return "could take it"
    case "not_member":
      return "does not serve this queue"
    case "lacks_skill":
      return `lacks ${verdict.skill.name} at level ${verdict.level}`
    case "at_capacity":
      return `at capacity, ${verdict.load} of ${verdict.capacity}`
    case "declined":
      return `declined ${ago(verdict.at_ms, now_ms)}`
    case "sender":
      return "sent it here"
    case "transfer_only":
      return "takes transfers only"
    case "not_listed":
      return "is not of the list that is asked first"
    default:
      return statusWords[verdict.rule].toLowerCase()
  }
}

export const targetWords = (target: TargetName): string =>
  "agent" in target ? target.agent.name : target.queue.name

export const modeWords: Record<AssistMode, string> = {
  observe: "observing",
  whisper: "whispering",
  join: "in the conversation",
}

/** "about 2 to 5 minutes"; shorter waits by the second are a promise nobody keeps. */
export function waitInWords(wait: EstimatedWait): string {
  if (wait.type === "nobody_on_shift") return "unknown: nobody is on shift"
  if (wait.type === "no_data") return "not known yet"
  const [least, most] = [wait.p50_ms, wait.p90_ms].map(ms => Math.max(1, Math.ceil(ms / 60_000)))
  if (wait.p90_ms < 30_000) return "under a minute"
  if (least === most) return least === 1 ? "about a minute" : `about ${least} minutes`
  return `about ${least} to ${most} minutes`
}

/** What the page says the visitor is called, if anything. */
export function givenName({ visitor }: Pick<Conversation, "visitor">): string | undefined {
  const { name, display_name, email } = visitor.attributes
  return name || display_name || email
}

/** How a conversation is called: by its visitor, else by number. */
export const visitorName = (conversation: Pick<Conversation, "visitor">): string =>
  givenName(conversation) ?? `Visitor ${conversation.visitor.id.replace("vis_", "")}`

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
  if (minutes < 1) return "just now"
  if (minutes < 60) return `${minutes} min ago`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h ago`
  const days = Math.floor(hours / 24)
  return days === 1 ? "yesterday" : `${days} days ago`
}

export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
