// The rules of written commands: nothing that begins with `/` reaches a visitor by mistake, and Enter does not
// choose what nobody asked for.

import { expect, test } from "vitest"
import { isWhole, narrowed, parse, takesChoice } from "./slash.ts"

const completion = (line: string) => ({ line, label: line, does: "Does it" })

test("text is text, also with a slash inside", () => {
  expect(parse("either/or")).toEqual({ kind: "text", text: "either/or" })
})

test("a doubled slash is a message", () => {
  expect(parse("//etc/hosts")).toEqual({ kind: "text", text: "//etc/hosts" })
})

test.each([
  ["/transfer", "transfer", ""],
  ["/warm Mara Lind", "warm", "Mara Lind"],
  ["/NOTE two\nlines", "note", "two\nlines"],
  ["/tranfser henrik", "tranfser", "henrik"],
  ["/", "", ""],
])("%j is a line, whatever the server makes of it", (typed, word, rest) => {
  expect(parse(typed)).toEqual({ kind: "line", word, rest, line: typed })
})

test("enter takes the command that is chosen while its word is written", () => {
  expect(takesChoice("/tr", completion("/transfer "), false)).toBe(true)
})

test("enter sends a command that is written out, and an argument that is begun", () => {
  expect(takesChoice("/leave", completion("/leave "), false)).toBe(false)
  expect(takesChoice("/transfer tech", completion("/transfer technical "), false)).toBe(false)
})

test("enter puts the words of a canned reply in place of its name, also once that is written out", () => {
  const hello = { ...completion("/hello"), text: "Hello, this is Nora" }
  expect(takesChoice("/hello", hello, false)).toBe(true)
})

test("enter takes what one has moved to", () => {
  expect(takesChoice("/leave ", completion("/leave mara "), true)).toBe(true)
})

test("a command that nothing may follow is whole", () => {
  expect(isWhole(completion("/park"))).toBe(true)
  expect(isWhole(completion("/note "))).toBe(false)
})

test("what is shown until the server answers goes on from what is typed", () => {
  const shown = [completion("/transfer "), completion("/takeover")]
  expect(narrowed(shown, "/Tr").map(({ line }) => line)).toEqual(["/transfer "])
})
