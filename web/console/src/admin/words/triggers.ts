// The moments at which a visitor is told something, in the order of a conversation and in our words.

import { t } from "@lingui/core/macro"

export interface Moment {
  key: string
  name: string
}

export const moments: readonly { title: string; moments: readonly Moment[] }[] = [
  {
    title: t`Beginning and waiting`,
    moments: [
      { key: "welcome", name: t`First words on the page` },
      { key: "queued", name: t`Waits for somebody` },
      { key: "position", name: t`The place in line changed` },
      { key: "estimated_wait", name: t`The estimated wait changed` },
      { key: "still_searching", name: t`The search goes on` },
      { key: "offered", name: t`Somebody is being asked` },
      { key: "choice", name: t`Keep waiting or leave a message?` },
      { key: "fallback", name: t`The longest wait is over; others are asked` },
      { key: "no_agents", name: t`Nobody is here` },
      { key: "out_of_hours", name: t`Closed at this time` },
      { key: "message_left", name: t`A message was left` },
    ],
  },
  {
    title: t`With an agent`,
    moments: [
      { key: "agent_joined", name: t`An agent joins` },
      { key: "greeting", name: t`Greeting in the agent's name` },
      { key: "agent_left", name: t`The agent leaves` },
      { key: "agent_lost", name: t`The agent's connection is lost` },
      { key: "agent_back", name: t`The agent is back` },
      { key: "requeued", name: t`Somebody else is being looked for` },
      { key: "idle_reminder", name: t`Are you still there?` },
    ],
  },
  {
    title: t`Handing over`,
    moments: [
      { key: "transfer_started", name: t`A colleague is being asked` },
      { key: "transfer_accepted", name: t`The colleague is here` },
      { key: "transfer_failed", name: t`No colleague came` },
      { key: "transfer_returned", name: t`Back with who sent it` },
      { key: "handed_over", name: t`Handed over` },
      { key: "escalated", name: t`Specialists take over` },
      { key: "supervisor_joined", name: t`A supervisor joins` },
      { key: "supervisor_left", name: t`A supervisor leaves` },
      { key: "guest_joined", name: t`A guest joins` },
      { key: "guest_left", name: t`A guest leaves` },
    ],
  },
  {
    title: t`The end`,
    moments: [
      { key: "closed", name: t`Closed` },
      { key: "survey", name: t`How was it?` },
      { key: "held_for_inspection", name: t`Something went wrong on our side` },
    ],
  },
]
