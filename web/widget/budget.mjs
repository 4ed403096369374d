// Holds the widget to its size: what a visitor's browser fetches, compressed as the server sends it.

import { readdirSync, readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"

const LOADER_BYTES_MAX = 3 * 1024
const ALL_BYTES_MAX = 25 * 1024

const dist = new URL("dist/", import.meta.url)
const assets = readdirSync(new URL("assets/", dist)).map(name => `assets/${name}`)
const sizes = ["loader.js", "frame.html", ...assets].map(path => {
  const bytes = gzipSync(readFileSync(new URL(path, dist))).length
  console.log(`${String(bytes).padStart(6)}  ${path}`)
  return { path, bytes }
})
const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
const loader = sizes.find(({ path }) => path === "loader.js")?.bytes ?? 0
console.log(`${String(all).padStart(6)}  of at most ${ALL_BYTES_MAX} in all, the loader ${LOADER_BYTES_MAX}`)
if (all > ALL_BYTES_MAX || loader > LOADER_BYTES_MAX) process.exitCode = 1
