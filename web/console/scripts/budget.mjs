// Holds the console's first JavaScript under its budget: what the desk needs before it can be used, with the
// larger of the catalogues, after gzip. Pages that are loaded when somebody goes there do not count.

import { readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"

const BUDGET_KB = 350
const FIRST = ["index.html", "src/console.tsx", "src/language/de.po"]
const dist = new URL("../dist/", import.meta.url)
const page = readFileSync(new URL("index.html", dist), "utf8")
const inline = page.match(/<script(?![^>]*\bsrc=)[^>]*>/g)
if (inline) throw new Error(`the page has an inline script, which the policy refuses: ${inline[0]}`)

const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"))
const files = new Set()
const take = key => {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`the build has no ${key}: the budget measures something that is gone`)
  if (files.has(chunk.file)) return
  files.add(chunk.file)
  for (const imported of chunk.imports ?? []) take(imported)
}
for (const key of FIRST) take(key)

const bytes = [...files].reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, dist))).length, 0)
const kb = bytes / 1024
console.log(`console: ${kb.toFixed(1)} KB of ${BUDGET_KB} KB gzip (${[...files].join(", ")})`)
if (kb > BUDGET_KB) throw new Error("the console is over its budget: load a part of it later")
