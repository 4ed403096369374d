// What the checker says, in the reader's language. The server writes it in English, with names and numbers in it.

import type { Finding } from "@baton/protocol"
import { i18n } from "@lingui/core"
import { type Sentences, sentencesOf } from "./sentences.ts"

export interface FindingWords {
  words: Readonly<Record<string, string>>
  before: Readonly<Record<string, string>>
}

const languages: Partial<Record<string, () => Promise<FindingWords>>> = {
  de: () => import("./de.ts"),
}

export async function inReadersWords<F extends Finding>(findings: readonly F[]): Promise<F[]> {
  const load = findings.length > 0 ? languages[i18n.locale] : undefined
  if (!load) return [...findings]
  const { words, before } = await load()
  const said = sentencesOf(words)
  return findings.map(finding => ({
    ...finding,
    message: told(finding, said, before[finding.code]),
    help: finding.help && (said(finding.help) ?? finding.help),
  }))
}

/** Words that are not ours stand behind a few that are. */
function told({ message }: Finding, said: Sentences, before: string | undefined): string {
  return said(message) ?? (before ? `${before}: ${message}` : message)
}
