// Moments of the records, as the reader's language writes them.

import { regional } from "../../language/language.ts"

export const when = (rfc3339: string): string =>
  new Date(rfc3339).toLocaleString(regional(), { dateStyle: "medium", timeStyle: "short" })
