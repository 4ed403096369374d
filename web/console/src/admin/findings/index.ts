// What the checker found, in the reader's language. The checker writes English; a sentence is known by its pattern, and
// one that is not known, such as those of the library that reads YAML, stays as it is.

import type { Finding } from "@baton/protocol"
import { i18n } from "@lingui/core"

export interface Words {
  /** By the English; `{}` stands for what is named, `{1}` for the second of them. */
  sentences: Readonly<Record<string, string>>
  /** What may be named that is a word and no name. */
  parts: Readonly<Record<string, string>>
}

const languages: Partial<Record<string, () => Promise<Words>>> = {
  de: () => import("./de.ts"),
}

export async function inReadersWords(findings: readonly Finding[]): Promise<Finding[]> {
  const words = findings.length > 0 && (await languages[i18n.locale]?.())
  if (!words) return [...findings]
  const say = sayer(words)
  const said = (text: string) => say(text) ?? text
  return findings.map(found => ({
    ...found,
    message: said(found.message),
    ...(found.help && { help: said(found.help) }),
  }))
}

/** What is wrong, and what to do about it. */
export const withHelp = ({ message, help }: Finding): string => (help ? `${message}: ${help}` : message)

/** Says a sentence of the checker in other words; none where it is not known. */
export function sayer({ sentences, parts }: Words): (text: string) => string | undefined {
  const known = Object.entries(sentences).map(([english, other]) => ({ pattern: patternOf(english), other }))
  return text => {
    for (const { pattern, other } of known) {
      const found = pattern.exec(text)
      if (found) return filled(other, found.slice(1), parts)
    }
    return undefined
  }
}

function patternOf(english: string): RegExp {
  const plain = english.split("{}").map(part => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  return new RegExp(`^${plain.join("(.+?)")}$`)
}

function filled(text: string, names: readonly string[], parts: Words["parts"]): string {
  let next = 0
  const whole = text.replace(/\{(\d?)\}/g, (_, place: string) => {
    const name = names[place === "" ? next++ : Number(place)] ?? ""
    return parts[name] ?? name
  })
  return whole.charAt(0).toUpperCase() + whole.slice(1)
}
