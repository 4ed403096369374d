// The rules of the HTTP client and of command ids.

import { expect, test } from "vitest"
import { Http, type Method, ProblemError } from "./http.ts"
import { uuidv7 } from "./uuid.ts"

/** A client whose server answers the same to everything, and what it was asked with. */
function client(status: number, body: string) {
  const asked: RequestInit[] = []
  const http = new Http({
    fetch: async (_address, init) => {
      asked.push(init)
      return new Response(body || null, { status })
    },
  })
  http.csrf = "secret"
  return { http, asked }
}

test("unsafe requests carry the CSRF token, safe ones do not", () => {
  const { http } = client(200, "{}")
  const carries = (method: Method) => "x-baton-csrf" in http.headers(method)
  expect(carries("POST")).toBe(true)
  expect(carries("GET")).toBe(false)
})

test("a problem is thrown with its stable code and its words", async () => {
  const { http } = client(
    409,
    JSON.stringify({ code: "no_room", title: "No free room", detail: "At 4 of 4." }),
  )
  const failure = http.ask("POST", "/x", {})
  await expect(failure).rejects.toBeInstanceOf(ProblemError)
  await expect(failure).rejects.toMatchObject({ code: "no_room", message: "At 4 of 4." })
})

test("a page of somebody else's is not taken for an answer", async () => {
  await expect(client(502, "<h1>Bad gateway</h1>").http.get("/x")).rejects.toMatchObject({
    code: "unreachable",
  })
})

test("an answer without a body is an answer", async () => {
  await expect(client(204, "").http.ask("DELETE", "/x")).resolves.toBeUndefined()
})

test("a command id is a UUID of version 7 that begins with its time", () => {
  const id = uuidv7({ now: () => 0x0123456789ab, random: bytes => bytes.fill(0xff) })
  expect(id).toBe("01234567-89ab-7fff-bfff-ffffffffffff")
})
