// The rules of slash commands: nothing that begins with `/` reaches a visitor by mistake.

import type { AllowedAction } from "@baton/protocol"
import { expect, test } from "vitest"
import { completions, parse } from "./slash.ts"

const pending = { reason: "transfer_open", text: "A transfer is open; cancel it first." } as const
const actions: AllowedAction[] = [
  { action: "transfer" },
  { action: "note" },
  { action: "close", off: pending },
  { action: "complete_transfer" },
]

test("text is text, also with a slash inside", () => {
  expect(parse("either/or")).toEqual({ kind: "text", text: "either/or" })
})

test("a doubled slash sends a literal one", () => {
  expect(parse("//etc/hosts")).toEqual({ kind: "text", text: "//etc/hosts" })
})

test.each([
  ["/transfer", "transfer", ""],
  ["/warm Mara Lind", "warm", "Mara Lind"],
  ["/NOTE two\nlines", "note", "two\nlines"],
  ["/priority 9", "priority", "9"],
])("%j is a command with the rest as its argument", (typed, name, rest) => {
  expect(parse(typed)).toMatchObject({ kind: "command", command: { name }, rest })
})

test.each([
  ["/tranfser", "transfer"],
  ["/pri 3", "priority"],
  ["/compelte", "complete"],
  ["/hand", "handback"],
  ["/xyzzyplugh", "help"],
  ["/", "help"],
])("%j is refused and names the nearest, %s", (typed, name) => {
  const refused = parse(typed)
  expect(refused.kind).toBe("unknown")
  expect(refused.kind === "unknown" && refused.nearest).toContain(name)
})

test("completions are what the conversation allows; what is off says why", () => {
  expect(completions("/c", actions).map(({ name, off }) => [name, off])).toEqual([
    ["complete", undefined],
    ["close", pending.text],
  ])
})

test("completion ends where an argument begins, and for a literal slash", () => {
  expect(completions("/note ", actions)).toEqual([])
  expect(completions("//n", actions)).toEqual([])
  expect(completions("hello", actions)).toEqual([])
})
