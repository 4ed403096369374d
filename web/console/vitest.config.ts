// Unit tests need neither a page nor the theme: only the logic of the console is tested here.

import { defineConfig } from "vitest/config"

export default defineConfig({ test: { include: ["src/**/*.test.ts"] } })
