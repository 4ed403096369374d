// Colleagues named in a note: what is being written after an `@`, and whom it may become.

import type { AgentName, DirectoryAgent } from "@baton/protocol"

/** Names shown at once: a list that is searched by typing on. */
const SHOWN = 8

export interface Mention {
  /** Where the `@` stands. */
  from: number
  /** Up to the cursor. */
  to: number
  typed: string
}

/** The name that is being written at the cursor; none where there is no `@` before it. */
export function mentionAt(text: string, cursor: number): Mention | undefined {
  const before = text.slice(0, cursor)
  const found = /(?:^|\s)@([\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]*)?)$/u.exec(before)
  if (!found) return undefined
  const typed = found[1] ?? ""
  return { from: cursor - typed.length - 1, to: cursor, typed }
}

/** Colleagues whose name has a word that begins like it; those whose name is written out are done. */
export function colleagues(
  agents: readonly DirectoryAgent[],
  typed: string,
  me: string | undefined,
): readonly AgentName[] {
  const wanted = plain(typed)
  return agents
    .map(one => one.agent)
    .filter(({ id, name }) => {
      const whole = plain(name)
      const begins = whole.startsWith(wanted) || whole.split(" ").some(word => word.startsWith(wanted))
      return id !== me && begins && whole !== wanted.trimEnd()
    })
    .slice(0, SHOWN)
}

/** Without case and accents: "Tomás" is found by "tomas". */
const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase()
