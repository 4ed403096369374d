// What the board says in words: limits, risks, service levels.

import type { BoardAlert, BoardConversation, BoardQueue, BoardRisk, HandCause } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { duration } from "../words.ts"

export const riskWords: Record<BoardRisk, string> = {
  hand: t`Hand raised`,
  quarantined: t`Held for inspection`,
  long_wait: t`Long wait`,
  unanswered: t`No answer`,
  loop: t`Came back`,
  many_hops: t`Many hand-overs`,
}

export const causeWords: Record<HandCause, string> = {
  asked: t`The owner asks for a supervisor`,
  rule: t`A rule of the workspace asks for a supervisor`,
  chain_limit: t`It was handed over too often to go on without a supervisor`,
}

export const alertKinds: Record<BoardAlert["kind"], string> = {
  nobody_online: t`Nobody online`,
  hand: t`Raised hands`,
  longest_wait: t`Waits too long`,
  waiting: t`Too many waiting`,
  unanswered: t`Unanswered`,
  service_level: t`Service level`,
  hops: t`Handed over often`,
}

/** What is over which limit; where, stands beside it. */
export function alertInWords({ kind, limit }: BoardAlert): string {
  const length = duration(limit)
  switch (kind) {
    case "nobody_online":
      return t`Somebody waits and nobody is online`
    case "hand":
      return t`A raised hand nobody took for ${length}`
    case "longest_wait":
      return t`Somebody has waited for over ${length}`
    case "waiting":
      return t`${limit} or more are waiting`
    case "unanswered":
      return t`The visitor has no answer for over ${length}`
    case "service_level":
      return t`Service level of the day below ${limit} %`
    case "hops":
      return t`Handed over ${limit} times or more`
  }
}

/** "82 %"; nothing where no wait has ended. */
export function serviceLevel({ answers }: BoardQueue): number | undefined {
  return answers.ended === 0 ? undefined : Math.floor((answers.in_time * 100) / answers.ended)
}

export const boardVisitor = ({ visitor }: BoardConversation): string =>
  visitor.name ?? t`Visitor ${visitor.id.replace("vis_", "")}`
