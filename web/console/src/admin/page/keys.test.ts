// Keys that new things get.

import { expect, test } from "vitest"
import { keyFor, keyProblem } from "./keys.ts"

const document = { queues: { front_desk: {}, front_desk_2: {} } }

test("a key is made of the letters of a name", () => {
  expect(keyFor("Søren's 2nd Línea!", document, ["queues"])).toBe("s_ren_s_2nd_linea")
  expect(keyFor("24 hours", document, ["queues"])).toBe("hours")
  expect(keyFor("営業", document, ["queues"])).toBe("entry")
})

test("a key that is taken gets a number", () => {
  expect(keyFor("Front desk", document, ["queues"])).toBe("front_desk_3")
  expect(keyFor("Front desk", document, ["teams"])).toBe("front_desk")
})

test("a key that the document would refuse is told at once", () => {
  expect(keyProblem("Front", document, ["queues"])).toContain("Lower-case")
  expect(keyProblem("front_desk", document, ["queues"])).toContain("already")
  expect(keyProblem("back_desk", document, ["queues"])).toBeUndefined()
})
