// Every word the widget says by itself, in one language: the others are never fetched. What happens in a
// conversation is worded by the server.

import { useLocale } from "./format.ts"

export type Texts = typeof import("./en.ts").default

/** The words in use; none before `speak`. */
export let t: Texts

const LANGUAGES: Record<string, () => Promise<{ default: Texts }>> = {
  en: () => import("./en.ts"),
  de: () => import("./de.ts"),
}

/** Fetches the words of a language, English where there are none of it, and says so to the page. */
export async function speak(language: string | undefined): Promise<void> {
  const base = language?.split("-")[0] ?? ""
  const code = base in LANGUAGES ? base : "en"
  t = (await (LANGUAGES[code] as () => Promise<{ default: Texts }>)()).default
  document.documentElement.lang = code
  document.documentElement.dir = t.dir
  useLocale(code)
}
