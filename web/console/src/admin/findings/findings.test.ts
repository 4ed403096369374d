// Every sentence that the checker's own test shows has its words in German.

import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import * as german from "./de.ts"
import { sayer } from "./index.ts"

const SHOWN = new URL("../../../../../crates/config/tests/findings.txt", import.meta.url)

/** Of the libraries that read YAML and templates: they have their own words. */
const FOREIGN = /^(unclosed quote|alias references|syntax error)/

/** Messages and helps as they were before they were wrapped to fit the page. */
function shown(): string[] {
  const said: string[] = []
  let goesOn: RegExp | undefined
  for (const line of readFileSync(SHOWN, "utf8").split("\n")) {
    const begins = /^ {2}(?:[×⚠]|help:) (.*)$/.exec(line)?.[1]
    const rest = goesOn?.exec(line)?.[1]
    if (begins !== undefined) {
      said.push(begins)
      goesOn = line.startsWith("  help:") ? /^ {8}(.*)$/ : /^ {2}│ (.*)$/
    } else if (rest !== undefined) said.push(`${said.pop()} ${rest.trim()}`)
    else goesOn = undefined
  }
  return said
}

test("every_sentence_of_the_checker_is_there_in_german", () => {
  const say = sayer(german)
  const all = [...new Set(shown())].filter(text => !FOREIGN.test(text))
  expect(all.length).toBeGreaterThan(100)
  expect(all.filter(text => say(text) === undefined)).toEqual([])
})

test.each([
  ["there is no queue `mian`", "Nicht vorhanden: Warteschlange `mian`"],
  ["a level is a number from 1 to 5, not 7", "Eine Stufe: eine Zahl von 1 bis 5, nicht 7"],
  ["a whole number belongs here", "Hierher gehört eine ganze Zahl"],
  ["did you mean `main`?", "Meinten Sie `main`?"],
  ["unclosed quote", undefined],
])("%s", (english, other) => {
  expect(sayer(german)(english)).toBe(other)
})
