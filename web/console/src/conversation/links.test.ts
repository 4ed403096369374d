// Which parts of a text are addresses.

import { expect, test } from "vitest"
import { pieces } from "./links.ts"

const linked = (text: string) =>
  pieces(text)
    .map(piece => (piece.href ? `[${piece.text}]` : piece.text))
    .join("")

test.each([
  ["See https://example.com/a?b=1.", "See [https://example.com/a?b=1]."],
  ["(https://example.com)", "([https://example.com])"],
  ["http://a.example and https://b.example", "[http://a.example] and [https://b.example]"],
  ["javascript:alert(1)", "javascript:alert(1)"],
  ["no address", "no address"],
])("%s", (text, expected) => {
  expect(linked(text)).toBe(expected)
})
