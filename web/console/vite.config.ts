// Builds the console for `/console/`. The theme's custom properties become a stylesheet here, because a strict
// policy allows no style element made at run time.

import { lingui } from "@lingui/vite-plugin"
import react from "@vitejs/plugin-react"
import { defineConfig, type Plugin } from "vite"
import { linguiMacros } from "./macros.ts"
import { themeStylesheet } from "./src/theme/variables.ts"

const THEME = "virtual:theme.css"

const themeVariables = (): Plugin => ({
  name: "theme-variables",
  resolveId: id => (id === THEME ? `\0${THEME}` : undefined),
  load: id => (id === `\0${THEME}` ? themeStylesheet() : undefined),
})

const server = process.env.BATON_URL ?? "http://127.0.0.1:8080"

export default defineConfig({
  base: "/console/",
  plugins: [linguiMacros(), react(), lingui(), themeVariables()],
  build: { target: "es2022", manifest: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 1_500 },
  server: { proxy: { "/api": { target: server, ws: true }, "/files": server } },
})
