// Holds the widget to its size: what a visitor's browser fetches to show the chat, compressed as the server sends
// it. What comes later, when it is needed, is told beside.

import { readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"

const LOADER_BYTES_MAX = 3 * 1024
const START_BYTES_MAX = 25 * 1024

const dist = new URL("dist/", import.meta.url)
const bytes = path => gzipSync(readFileSync(new URL(path, dist))).length
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"))

/** The files of a chunk and of everything it cannot do without. */
function closure(key, found = new Set()) {
  const { file, css = [], imports = [] } = manifest[key]
  for (const path of [file, ...css]) found.add(path)
  for (const other of imports) closure(other, found)
  return found
}

const all = new Set(Object.keys(manifest).flatMap(key => [...closure(key)]))
const locales = Object.keys(manifest).filter(key => /texts\/[a-z]{2}\.ts$/.test(key))
const largest = locales.sort((a, b) => bytes(manifest[b].file) - bytes(manifest[a].file))[0]
const start = closure("frame.html", closure(largest))
const loader = bytes("loader.js")

let sum = loader + bytes("frame.html")
for (const path of start) {
  console.log(`${String(bytes(path)).padStart(6)}  ${path}`)
  sum += bytes(path)
}
const later = [...all].filter(path => !start.has(path))
for (const path of later) console.log(`${String(bytes(path)).padStart(6)}  ${path}, later`)
const rest = later.filter(path => !locales.some(key => manifest[key].file === path))
const total = rest.reduce((total, path) => total + bytes(path), sum)
console.log(`${String(loader).padStart(6)}  of at most ${LOADER_BYTES_MAX}: the loader`)
console.log(
  `${String(sum).padStart(6)}  of at most ${START_BYTES_MAX}: loader, page and app with one language`,
)
console.log(`${String(total).padStart(6)}  with everything that may come later`)
if (sum > START_BYTES_MAX || loader > LOADER_BYTES_MAX) process.exitCode = 1
