// Why something is not to be had, by its code. The server's own `text` stands in for newer codes.

import type { Off } from "@baton/protocol"
import { t } from "@lingui/core/macro"

const words: Partial<Record<Off["reason"], string>> = {
  transfer_open: t`A transfer is open; cancel it first.`,
  no_transfer_open: t`No transfer is open.`,
  already_accepted: t`It has been accepted already.`,
  not_accepted_yet: t`Nobody has accepted it yet.`,
  quarantined: t`Held for inspection; only a supervisor can move or close it.`,
  offline: t`Offline.`,
  away: t`Away.`,
  disconnected: t`Connection lost.`,
  not_responding: t`Did not answer the last offers.`,
  no_room: t`No free room.`,
  queue_closed: t`Closed.`,
  no_members: t`Nobody serves it.`,
  already_there: t`The conversation is there already.`,
  no_owner: t`Nobody has it.`,
  chain_blocked: t`Handed over too often.`,
  edge_not_allowed: t`The workspace does not allow this way.`,
  already_invited: t`Is being asked already.`,
  conversation_full: t`No more people fit into this conversation.`,
}

export function offInWords(off: Off): string
export function offInWords(off: Off | undefined): string | undefined
export function offInWords(off: Off | undefined): string | undefined {
  if (!off) return undefined
  if (off.reason === "in_conversation" && off.agent) {
    return t`${off.agent.name} is in this conversation already.`
  }
  return words[off.reason] ?? off.text
}
