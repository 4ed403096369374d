// An agent's tab in the background, and several tabs of one agent: presence is the server's to tell, by heartbeats that
// a browser's thrift with timers does not stop.

import { Agent, PEOPLE } from "../support/agent.ts"
import { expect, test } from "../support/test.ts"

/** They come every 20 s, and who is silent for 60 s is gone: this many are longer than that. */
const HEARTBEATS = 5

test("a_tab_in_the_background_whose_timers_stand_still_keeps_its_agent_online", async ({
  server,
  browserOf,
  visitor,
}) => {
  test.setTimeout(240_000)
  const context = await browserOf()
  await context.addInitScript(thrifty)
  let answered = 0
  context.on("page", page =>
    page.on("websocket", socket =>
      socket.on("framesent", ({ payload }) => {
        if (String(payload).includes('"heartbeat"')) answered += 1
      }),
    ),
  )
  const nora = await Agent.online(context, server, PEOPLE.nora)
  await nora.page.evaluate(() => dispatchEvent(new CustomEvent("baton-test:looked-at", { detail: false })))
  const before = answered
  await expect.poll(() => answered - before, { timeout: 200_000 }).toBeGreaterThanOrEqual(HEARTBEATS)

  // She is asked like anybody who is there, before she looks at the tab again.
  const lena = await visitor()
  await lena.write("Hello?")
  await expect(nora.page).toHaveTitle(/1 offer waiting/)
  await nora.page.evaluate(() => dispatchEvent(new CustomEvent("baton-test:looked-at", { detail: true })))
  await expect(nora.page.getByRole("button", { name: "Status: Online" })).toBeVisible()
  await nora.accept()
  await expect(lena.heading("Nora is with you")).toBeVisible()
})

test("two_tabs_of_one_agent_agree", async ({ server, browserOf, visitor }) => {
  const context = await browserOf()
  const first = await Agent.online(context, server, PEOPLE.nora)
  const page = await context.newPage()
  await page.goto(first.page.url())
  const second = new Agent(page, PEOPLE.nora)
  await expect(page.getByRole("button", { name: "Status: Online" })).toBeVisible()
  const lena = await visitor()
  await lena.write("Hello?")
  await expect(second.offers).toHaveCount(1)
  await first.accept()
  await expect(second.offers).toHaveCount(0)
  await second.inbox
    .getByRole("button", { name: /Visitor/ })
    .first()
    .click()
  await second.write("From the second tab")
  await expect(first.line("From the second tab")).toHaveCount(1)
  await second.setStatus("Transfer only")
  await expect(first.page.getByRole("button", { name: "Status: Transfer only" })).toBeVisible()
  // One tab that closes takes nobody away.
  await page.close()
  await first.write("And from the first")
  await expect(lena.line("And from the first")).toBeVisible()
  await expect(first.page.getByRole("button", { name: "Status: Transfer only" })).toBeVisible()
})

/** In every page: from the test's sign on the tab is hidden, and until the next no timer of it fires. */
function thrifty(): void {
  let hidden = false
  addEventListener("baton-test:looked-at", event => {
    hidden = !(event as CustomEvent<boolean>).detail
    document.dispatchEvent(new Event("visibilitychange"))
  })
  Object.defineProperty(document, "hidden", { get: () => hidden })
  Object.defineProperty(document, "visibilityState", { get: () => (hidden ? "hidden" : "visible") })
  for (const name of ["setTimeout", "setInterval"] as const) {
    const real = window[name] as (run: () => void, ms?: number) => number
    const held = (run: () => void, ms?: number) => real(() => hidden || run(), ms)
    Object.defineProperty(window, name, { value: held })
  }
}
