// What is looked for: as the page's fields hold it, as its address keeps it, and as the server is asked.

export interface Sought {
  text: string
  visitor: string
  tag: string
  agent: string
  queue: string
  state: "" | "open" | "closed"
  range: "" | "day" | "week" | "month" | "year" | "between"
  /** Days, `2026-03-01`, both included; of a range between. */
  from: string
  to: string
}

export const NOTHING: Sought = {
  text: "",
  visitor: "",
  tag: "",
  agent: "",
  queue: "",
  state: "",
  range: "",
  from: "",
  to: "",
}

const DAY_MS = 24 * 60 * 60_000
const DAYS = { day: 1, week: 7, month: 30, year: 365 }

/** Whether there is nothing to look for. */
export const isBlank = (sought: Sought): boolean =>
  Object.values({ ...sought, range: sought.range === "between" ? "" : sought.range }).every(
    value => value.trim() === "",
  )

/** How many filters are set beside the words. */
export const filtersSet = ({ visitor, tag, agent, queue, state, range }: Sought): number =>
  [visitor, tag, agent, queue, state, range].filter(Boolean).length

/** The question, for the server. Ranges end now, to the minute, so that the same question stays the same. */
export function addressOf(sought: Sought, now_ms: number): string {
  const { text, visitor, tag, agent, queue, state } = sought
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries({
    text,
    visitor,
    tag,
    agent,
    queue,
    state,
    ...times(sought, now_ms),
  }))
    if (value?.trim()) asked.set(name, value.trim())
  return asked.toString()
}

function times({ range, from, to }: Sought, now_ms: number): { from?: string; to?: string } {
  if (range === "") return {}
  if (range === "between") {
    return {
      ...(from && { from: new Date(`${from}T00:00`).toISOString() }),
      ...(to && { to: new Date(new Date(`${to}T00:00`).getTime() + DAY_MS).toISOString() }),
    }
  }
  const minute = Math.floor(now_ms / 60_000) * 60_000
  return { from: new Date(minute - DAYS[range] * DAY_MS).toISOString() }
}

/** The fields as they stand after the page's `?`. */
export function toAddress(sought: Sought): string {
  const set = Object.entries(sought).filter(([, value]) => value !== "")
  return new URLSearchParams(set).toString()
}

export function fromAddress(address: string): Sought {
  const given = new URLSearchParams(address)
  const fields = Object.keys(NOTHING).map(name => [name, given.get(name) ?? ""])
  return Object.fromEntries(fields) as Sought
}
