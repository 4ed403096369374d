// Which language is chosen.

import { expect, test } from "vitest"
import { languageFor } from "./language.ts"

test.each([
  [["de-AT", "en"], "de"],
  [["fr", "de"], "de"],
  [["fr-CA"], "en"],
  [[], "en"],
] as const)("a browser that asks for %j is spoken to in %s", (tags, language) => {
  expect(languageFor(tags)).toBe(language)
})
