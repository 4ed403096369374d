// Keys are those an agent chose, else those the console comes with.

import { expect, test } from "vitest"
import { AS_IT_COMES } from "./settings.ts"
import { keysInWords, keysOf, keysPressed } from "./shortcuts.ts"

const pressed = (key: string, held: { ctrl?: boolean; alt?: boolean; shift?: boolean } = {}) =>
  keysPressed({
    key,
    ctrlKey: held.ctrl ?? false,
    metaKey: false,
    altKey: held.alt ?? false,
    shiftKey: held.shift ?? false,
  })

test("chosen keys go before those it comes with, an empty choice takes them away", () => {
  const chosen = (keys: Record<string, string>, on = true) => ({ ...AS_IT_COMES, shortcuts: { on, keys } })
  expect(keysOf("toggle_inbox", AS_IT_COMES)).toBe("[")
  expect(keysOf("toggle_inbox", chosen({ toggle_inbox: "alt+1" }))).toBe("alt+1")
  expect(keysOf("toggle_inbox", chosen({ toggle_inbox: "" }))).toBeUndefined()
  expect(keysOf("toggle_inbox", chosen({}, false))).toBeUndefined()
})

test("keys are kept as they are pressed, and not before there is one", () => {
  expect(pressed("Control", { ctrl: true })).toBeUndefined()
  expect(pressed("k", { ctrl: true })).toBe("mod+K")
  expect(pressed("ArrowUp", { alt: true, shift: true })).toBe("alt+shift+ArrowUp")
  expect(pressed("?", { shift: true })).toBe("?")
  expect(pressed("+", { alt: true })).toBe("alt+[plus]")
})

test("keys are shown as they stand on the keyboard", () => {
  expect(keysInWords("mod+K")).toEqual(["Ctrl", "K"])
  expect(keysInWords("alt+ArrowUp")).toEqual(["Alt", "↑"])
  expect(keysInWords("alt+[plus]")).toEqual(["Alt", "+"])
})
