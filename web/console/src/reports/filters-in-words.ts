// Filters on one line: "Tier: 1 · From: 1 May 2012 · By: Month".

import type { Names, ReportAbout } from "./contract.ts"
import { shown } from "./shown.ts"
import { filterName, unitOfFilter } from "./words.ts"

export const filtersInWords = (
  filters: Readonly<Record<string, string | number | boolean>>,
  names: Names = {},
): string =>
  Object.entries(filters)
    .filter(([, value]) => value !== false && value !== "false")
    .map(([key, value]) => {
      if (value === true || value === "true") return filterName(key)
      const unit = key === "from" || key === "to" ? "bucket" : (unitOfFilter[key] ?? "code")
      return `${filterName(key)}: ${shown(unit, typeof value === "boolean" ? String(value) : value, names)}`
    })
    .join(" · ")

/** What the choices of a report's filters are called: all agents, queues and so on that there are. */
export const namesOf = ({ filters }: Pick<ReportAbout, "filters">): Names => {
  const named = filters.map(({ key, options }) => {
    const names = options.flatMap(({ value, name }) => (name ? [[value, name] as const] : []))
    return [key, Object.fromEntries(names)] as const
  })
  return Object.fromEntries(named.filter(([, names]) => Object.keys(names).length > 0))
}
