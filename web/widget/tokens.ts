// A Vite plugin that serves `virtual:tokens.css`: the shared look as custom properties, light and dark: as the
// system says, unless the page has the class of one of them. Only properties that the widget's style names are
// written; the rest would be bytes for nothing.

import { readFileSync } from "node:fs"
import type { Plugin } from "vite"
// By path: Node runs no TypeScript from packages, while Vite bundles what the configuration imports by path.
import { schemeVariables, sharedVariables, tokens } from "../tokens/src/index.ts"

const NAME = "virtual:tokens.css"

export function tokensStyle(...styles: string[]): Plugin {
  return {
    name: "tokens-style",
    resolveId: id => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined
      const used = new Set(styles.flatMap(path => readFileSync(path, "utf8").match(/--b-[\w-]+/g) ?? []))
      const light = { ...sharedVariables(tokens.widget_sizes), ...schemeVariables("light") }
      const dark = schemeVariables("dark")
      return [
        rule(":root", light, used),
        `@media (prefers-color-scheme: dark) {\n${rule(":root:not(.light)", dark, used)}\n}`,
        rule(":root.dark", dark, used),
      ].join("\n")
    },
  }
}

function rule(selector: string, variables: Record<string, string>, used: ReadonlySet<string>): string {
  const lines = Object.entries(variables).filter(([name]) => used.has(name))
  return `${selector} {\n${lines.map(([name, value]) => `  ${name}: ${value};`).join("\n")}\n}`
}
