// Words for what the server says by code: groups, filters and their choices.

import { t } from "@lingui/core/macro"
import type { Group, Unit } from "./contract.ts"

/** In the order of the gallery. */
export const groupWords: Record<Group, string> = {
  tiers: t`Support levels`,
  handovers: t`Hand-overs`,
  service: t`Service`,
  people: t`People`,
  quality: t`Quality`,
}

export const filterWords: Readonly<Record<string, string>> = {
  from: t`From`,
  to: t`Until`,
  group_by: t`By`,
  tier: t`Tier`,
  pipeline: t`Pipeline`,
  queue: t`Queue`,
  team: t`Team`,
  agent: t`Agent`,
  tag: t`Tag`,
  bots: t`Count bots too`,
  cause: t`Cause`,
  reason: t`Reason`,
  path: t`Path of`,
  seconds: t`Answered within seconds`,
  split: t`Split by`,
}

export const filterName = (key: string): string => filterWords[key] ?? key.replaceAll("_", " ")

/** Codes that stand for themselves in filters and cells. */
export const codeWords: Readonly<Record<string, string>> = {
  hour: t`Hour`,
  day: t`Day`,
  week: t`Week`,
  month: t`Month`,
  queues: t`Queues`,
  owners: t`Owners`,
  teams: t`Teams`,
  none: t`Nothing`,
  reason: t`Reason`,
  cause: t`Cause`,
  transfer: t`Transfer`,
  escalation: t`Escalation`,
  return: t`Return`,
  assignment: t`Assignment`,
  requeue: t`Re-queue`,
  fallback: t`Fallback`,
  take_over: t`Take-over`,
  above: t`above`,
  below: t`below`,
  usual: t`as usual`,
  invitation: t`Invitation`,
  unanswered: t`Nobody answered`,
  came_back: t`Came back`,
  out_of_hours: t`Out of hours`,
  agent_lost: t`Agent lost`,
  no_room: t`No room`,
  owner_left: t`Owner left`,
  hand_back: t`Hand-back`,
  succession: t`Next owner`,
}

/** The unit whose names a filter's values have. */
export const unitOfFilter: Readonly<Record<string, Unit>> = {
  pipeline: "pipeline",
  queue: "queue",
  team: "team",
  agent: "agent",
  tag: "tag",
  reason: "reason",
  skill: "skill",
}
