// Which languages the console speaks and where their words are. English is written in the code.

import { defineConfig } from "@lingui/cli"
import { formatter } from "@lingui/format-po"

export default defineConfig({
  sourceLocale: "en",
  locales: ["de"],
  catalogs: [{ path: "<rootDir>/src/language/{locale}", include: ["<rootDir>/src"] }],
  format: formatter({ lineNumbers: false }),
  orderBy: "origin",
})
