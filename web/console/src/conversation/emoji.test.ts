// Emoji are found by the beginnings of their words, in the reader's language.

import { expect, test } from "vitest"
import { emoji, search, wordsOf } from "./emoji.ts"

const signs = (searched: string, language = "en") => search(searched, language).map(one => one.sign)

test("every emoji has a sign and a name in both languages, and stands there once", () => {
  for (const one of emoji) {
    expect(one.sign).not.toBe("")
    expect(one.words.en?.trim()).toBeTruthy()
    expect(one.words.de?.trim()).toBeTruthy()
  }
  expect(new Set(emoji.map(one => one.sign)).size).toBe(emoji.length)
})

test("an emoji is found by the beginning of its words in the reader's language", () => {
  expect(signs("thumbs")).toEqual(["👍", "👎"])
  expect(signs("thu up")).toEqual(["👍"])
  expect(signs("daumen", "de")).toEqual(["👍", "👎"])
  expect(signs("daumen")).toEqual([])
  expect(signs("")).toHaveLength(emoji.length)
})

test("a language without names of its own has those in English", () => {
  expect(wordsOf({ sign: "⭐", words: { en: "star" } }, "fr")).toBe("star")
})
