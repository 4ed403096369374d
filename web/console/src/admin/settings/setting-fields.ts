// Every setting of the workspace with what counts where it is left out.

import { t } from "@lingui/core/macro"
import { count, type FieldGroup, onOff, time } from "../form/spec.ts"

export const settingFields: readonly FieldGroup[] = [
  {
    title: t`Offers`,
    fields: [
      time("cool_down", t`After a decline, not asked again for`, "60s"),
      count("declines_max", t`Declines until only asked if nobody else is there`, 3, 100),
      count("rona_max", t`Unanswered offers until “not responding”`, 2, 100, t`In a row`),
      time("sticky", t`A last agent is remembered for`, "24h"),
      time("sticky_reserve", t`Waiting for a last agent who is full`, "30s"),
      count("default_priority", t`Priority where nothing sets one`, 5, 9),
      time("boost", t`Boost of the waiting credit`, "5m", t`Where a queue says so`),
    ],
  },
  {
    title: t`Handing over`,
    fields: [
      time("direct_offer", t`A cold transfer to an agent is offered for`, "60s"),
      time("park_reserve", t`With “park” it stays reserved for`, "30m"),
      time("introduction", t`An introduction completes after silence of`, "5m"),
      time("list_first", t`Only the list of an escalation is asked for`, "60s"),
      time("return_reserve", t`A return is kept for its agent`, "60s"),
      onOff("reason_required", t`Transfers must carry a reason`, false),
      onOff("tell_visitor_of_transfer", t`Visitors are told that a transfer was asked for`, false),
    ],
  },
  {
    title: t`Chains of hand-overs`,
    fields: [
      count("chain_warning", t`Hops until the sender is warned`, 3, 100),
      count("chain_limit", t`Hops until the policy applies`, 5, 100),
    ],
  },
  {
    title: t`Supervisors`,
    fields: [
      time("hand_alert", t`A raised hand alerts everybody after`, "2m"),
      time("supervisor_lost", t`A lost supervisor leaves after`, "30s"),
      onOff("tell_agent_of_observer", t`Agents see who observes`, true),
      onOff("tell_visitor_of_observer", t`Visitors see who observes`, false),
      count("people_max", t`People in one conversation at most`, 8, 100),
      time("pass", t`The next owner of a conference may pass within`, "30s"),
    ],
  },
  {
    title: t`Silence and lost connections`,
    fields: [
      time("agent_grace", t`Grace for a lost agent`, "30s"),
      time("agent_lost", t`Until their conversations are queued again`, "2m"),
      time("visitor_lost", t`Until a lost visitor's conversation closes`, "3m"),
      time("idle_reminder", t`Silence until the visitor is reminded`, "3m"),
      time("idle_close", t`Silence until it closes`, "6m"),
      time("parked", t`Parked at most`, "24h"),
      time("wake_reserve", t`Room kept for the owner of one that woke`, "2m"),
      time("come_back", t`Whoever comes back within this goes on where they were`, "30m"),
    ],
  },
  {
    title: t`Closing and messages left`,
    fields: [
      time("closing_grace", t`A queue that closes goes on serving for`, "15m"),
      time("offline_form", t`Time to leave a message`, "15m"),
      time("message_alert", t`A message left unanswered alerts after`, "8h"),
      time("survey", t`A survey stays open for`, "15m"),
    ],
  },
  {
    title: t`What visitors see`,
    fields: [
      {
        name: "default_language",
        label: t`Language of visitors who bring none`,
        input: { type: "text", placeholder: "en" },
      },
      onOff("show_queue_names", t`Visitors see names of queues`, false),
      onOff("show_tiers", t`Visitors see support levels`, false),
    ],
  },
]
