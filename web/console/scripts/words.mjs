// Holds every catalogue complete: each text of the sources is there, translated, and nothing that is gone.
// `npm run words` brings the catalogues up to date; what is new is then to be translated.

import { execFileSync } from "node:child_process"
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const here = fileURLToPath(new URL("..", import.meta.url))
const folder = new URL("../src/language/", import.meta.url)
const catalogues = readdirSync(folder).filter(name => name.endsWith(".po"))
if (catalogues.length === 0) throw new Error("there are no catalogues")

const before = new Map(catalogues.map(name => [name, readFileSync(new URL(name, folder), "utf8")]))
execFileSync("npx", ["lingui", "extract", "--clean"], { cwd: here, stdio: "pipe" })

const ids = text => new Set(text.match(/^msgid (?:".*"\n)+/gm))
const untranslated = text => text.match(/^msgid (?!""\nmsgstr)(?:".*"\n)+msgstr ""\n(?!")/gm) ?? []

const findings = []
for (const [name, was] of before) {
  const is = readFileSync(new URL(name, folder), "utf8")
  writeFileSync(new URL(name, folder), was)
  const [kept, wanted] = [ids(was), ids(is)]
  for (const id of wanted) if (!kept.has(id)) findings.push(`${name} lacks ${id.trim()}`)
  for (const id of kept) if (!wanted.has(id)) findings.push(`${name} still has ${id.trim()}`)
  for (const entry of untranslated(was)) findings.push(`${name} does not translate ${entry.trim()}`)
  console.log(`${name}: ${kept.size - 1} texts`)
}
if (findings.length > 0) {
  console.error(findings.join("\n"))
  throw new Error("run `npm --prefix web/console run words` and translate what is new")
}
