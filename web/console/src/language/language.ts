// Which language the console speaks: the one chosen in this browser, else the first of the browser's that it
// knows. It is settled before the rest is loaded, so that words may stand in constants; choosing another one
// loads the page again, and nothing is lost by that.

import { i18n, type Messages } from "@lingui/core"
import { compileMessage } from "@lingui/message-utils/compileMessage"

export const languages = { en: "English", de: "Deutsch" } as const

export type Language = keyof typeof languages

const KEPT = "baton.language"

/** English is written in the code; its catalogue is empty. */
const catalogues: Record<Language, () => Promise<{ messages: Messages }>> = {
  en: async () => ({ messages: {} }),
  de: () => import("./de.po"),
}

const known = (tag: string): Language | undefined => {
  const language = tag.toLowerCase().split("-")[0] as Language
  return language in languages ? language : undefined
}

/** The language of the first of these tags that the console knows, else English. */
export function languageFor(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = known(tag)
    if (language) return language
  }
  return "en"
}

export async function speak(): Promise<void> {
  const kept = localStorage.getItem(KEPT)
  const language = languageFor([...(kept ? [kept] : []), ...navigator.languages])
  i18n.setMessagesCompiler(compileMessage)
  const { messages } = await catalogues[language]()
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = language
}

/** How dates, numbers and lists are written: as in the reader's region where their browser names one. */
export const regional = (): string =>
  globalThis.navigator?.languages?.find(tag => known(tag) === i18n.locale) ?? i18n.locale

/** Keeps the choice in this browser and loads the page again in that language. */
export function chooseLanguage(language: Language): void {
  if (language === i18n.locale) return
  localStorage.setItem(KEPT, language)
  window.location.reload()
}

/** The same for a language by its code, if it is one the console knows. */
export function speakAs(code: string | undefined): void {
  const language = code && known(code)
  if (language) chooseLanguage(language)
}
