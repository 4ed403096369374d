// Holds the console's first JavaScript under its budget: entry and what it imports at once, after gzip.

import { readdirSync, readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"

const BUDGET_KB = 350
const dist = new URL("../dist/", import.meta.url)
const page = readFileSync(new URL("index.html", dist), "utf8")
const inline = page.match(/<script(?![^>]*\bsrc=)[^>]*>/g)
if (inline) throw new Error(`the page has an inline script, which the policy refuses: ${inline[0]}`)

const first = readdirSync(new URL("assets/", dist)).filter(
  name => name.endsWith(".js") && page.includes(name),
)
const bytes = first.reduce(
  (sum, name) => sum + gzipSync(readFileSync(new URL(`assets/${name}`, dist))).length,
  0,
)
const kb = bytes / 1024
console.log(`console: ${kb.toFixed(1)} KB of ${BUDGET_KB} KB gzip (${first.join(", ")})`)
if (kb > BUDGET_KB) throw new Error("the console is over its budget: load a part of it later")
