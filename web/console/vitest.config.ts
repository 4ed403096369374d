// Unit tests need neither a page nor the theme: only the logic of the console is tested here, in English.

import { defineConfig } from "vitest/config"
import { linguiMacros } from "./macros.ts"

export default defineConfig({
  plugins: [linguiMacros()],
  test: { include: ["src/**/*.test.ts"], setupFiles: ["src/language/english.ts"] },
})
