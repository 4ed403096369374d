// Builds the app into dist/: frame.html, and its script and style under assets/, served under /widget/.
// The server sends frame.html for /widget/frame/{workspace} and /visit/{workspace}. The loader has a build of its own.

import { defineConfig } from "vite"
import { tokensStyle } from "./tokens.ts"

const STYLES = ["widget", "messages", "writing", "asking"].map(
  name => new URL(`src/app/style/${name}.css`, import.meta.url).pathname,
)

export default defineConfig({
  base: "/widget/",
  plugins: [tokensStyle(...STYLES)],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    modulePreload: false,
    // Read by budget.mjs.
    manifest: true,
    rolldownOptions: { input: "frame.html" },
  },
})
