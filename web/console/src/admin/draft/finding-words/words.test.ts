// Every finding that the checker's own tests render has its words in German.

import { readFileSync } from "node:fs"
import { i18n } from "@lingui/core"
import { afterEach, expect, test } from "vitest"
import { before, words } from "./de.ts"
import { inReadersWords } from "./index.ts"
import { sentencesOf } from "./sentences.ts"

interface Rendered {
  code: string
  message: string
  help?: string
}

/** The findings of the golden file: code, message behind × or ⚠, and help; broken lines put together. */
function rendered(): Rendered[] {
  const golden = new URL("../../../../../../crates/config/tests/findings.txt", import.meta.url)
  const blocks = readFileSync(golden, "utf8").split(/^── .*$/m)
  return blocks.flatMap(block => {
    const code = /^\w+$/m.exec(block)?.[0]
    const message = /^ {2}[×⚠] (.*(?:\n {2}│ .*)*)/m.exec(block)?.[1]
    const help = /^ {2}help: (.*(?:\n {8}.*)*)/m.exec(block)?.[1]
    if (!code || !message) return []
    const whole = message.replaceAll(/\n {2}│ /g, " ")
    return [{ code, message: whole, ...(help && { help: help.replaceAll(/\s+/g, " ") }) }]
  })
}

const said = sentencesOf(words)

afterEach(() => i18n.loadAndActivate({ locale: "en", messages: {} }))

test("every_rendered_finding_has_german_words", () => {
  const found = rendered()
  expect(found.length).toBeGreaterThan(80)
  const untold = found.filter(({ code, message }) => !said(message) && !(code in before))
  expect(untold.map(({ message }) => message)).toEqual([])
  const unhelped = found.flatMap(({ help }) => (help && !said(help) ? [help] : []))
  expect(unhelped).toEqual([])
})

test("german_sentences_fill_the_places_that_the_english_ones_leave_open", () => {
  const places = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort()
  for (const [english, german] of Object.entries(words)) {
    expect(places(german), english).toEqual(places(english))
  }
})

test("names_and_numbers_stay_and_words_among_them_are_told_in_german", async () => {
  const finding = { severity: "error", line: 1, column: 1, snippet: "" } as const
  i18n.loadAndActivate({ locale: "de", messages: {} })
  const [number, parsed, template] = await inReadersWords([
    { ...finding, code: "impossible_number", message: "a level is a number from 1 to 5, not 7" },
    { ...finding, code: "not_yaml", message: "unclosed quote" },
    {
      ...finding,
      code: "unknown_variable",
      message: "the message `agent_joined` has no variable `agnet.name`",
      help: "did you mean `agent.name`?",
    },
  ])
  expect(number?.message).toBe("eine Stufe ist eine Zahl von 1 bis 5, nicht 7")
  expect(parsed?.message).toBe("Das ist kein YAML: unclosed quote")
  expect(template?.message).toBe("die Nachricht `agent_joined` hat keine Variable `agnet.name`")
  expect(template?.help).toBe("meinten Sie `agent.name`?")
})

test("what_nobody_knows_is_shown_as_the_server_has_it", async () => {
  const finding = { severity: "error", line: 1, column: 1, snippet: "", code: "new_code" } as const
  i18n.loadAndActivate({ locale: "de", messages: {} })
  const [told] = await inReadersWords([{ ...finding, message: "something is new under the sun" }])
  expect(told?.message).toBe("something is new under the sun")
})
