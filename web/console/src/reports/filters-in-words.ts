// Filters on one line: "Tier: 1 · From: 1 May 2012 · By: Month".

import type { Names } from "./contract.ts"
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
