// What a report is called where filters are in force: "Level {tier} Escalated Chats" is "Level 2 Escalated Chats".

import type { Asked } from "./address.ts"
import type { ReportAbout } from "./contract.ts"

type Titled = Pick<ReportAbout, "title" | "filters">

export function titleOf({ title, filters }: Titled, asked: Asked): string {
  return filters.reduce(
    (said, { key, default: usual }) => said.replaceAll(`{${key}}`, asked[key] ?? usual ?? ""),
    title,
  )
}

/** The tiers that a report may be asked for by its title, beside the usual one. */
export function otherTiersOf({ title, filters }: Titled): string[] {
  const tier = filters.find(({ key }) => key === "tier")
  if (!tier || !title.includes("{tier}")) return []
  return tier.options.map(({ value }) => value).filter(value => value !== tier.default)
}
