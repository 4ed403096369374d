// Every text and code that the server tells reports in has its words here, and nothing here is of no use.

import { expect, test } from "vitest"
import contract from "../../../../../api/reports.json" with { type: "json" }
import { codeWords, filterWords, groupWords } from "../words.ts"
import { texts } from "./de.ts"

const { reports } = contract

const sorted = (words: Iterable<string>) => [...new Set(words)].sort()

const missing = (said: Iterable<string>, words: Readonly<Record<string, string>>) =>
  sorted(said).filter(text => !(text in words))

const dead = (said: Iterable<string>, words: Readonly<Record<string, string>>) => {
  const all = new Set(said)
  return Object.keys(words).filter(text => !all.has(text))
}

test("every_text_of_a_report_is_there_in_german_and_no_other", () => {
  const said = reports.flatMap(({ title, question, grain, columns }) => [
    title,
    question,
    grain,
    ...columns.flatMap(column => [column.title, column.definition]),
  ])
  expect(missing(said, texts)).toEqual([])
  expect(dead(said, texts)).toEqual([])
})

test("what_a_german_title_leaves_to_filters_is_what_the_english_one_leaves", () => {
  const left = (title: string) => sorted(title.match(/\{\w+\}/g) ?? [])
  for (const { title } of reports) expect(left(texts[title] ?? ""), title).toEqual(left(title))
})

test("every_group_and_filter_has_a_name_and_no_other", () => {
  const groups = reports.map(({ group }) => group)
  const filters = reports.flatMap(({ filters }) => filters.map(({ key }) => key))
  expect([missing(groups, groupWords), dead(groups, groupWords)]).toEqual([[], []])
  expect([missing(filters, filterWords), dead(filters, filterWords)]).toEqual([[], []])
})

test("every_code_in_a_filter_or_a_column_has_words_and_no_other", () => {
  const options = reports.flatMap(({ filters }) =>
    filters.flatMap(({ options }) => options.map(({ value }) => value)),
  )
  const codes = reports.flatMap(({ columns }) =>
    columns.flatMap((column: { codes?: string[] }) => column.codes ?? []),
  )
  // A box to tick has no words but its name.
  const said = [...options, ...codes].filter(code => code !== "true" && code !== "false")
  expect([missing(said, codeWords), dead(said, codeWords)]).toEqual([[], []])
})
