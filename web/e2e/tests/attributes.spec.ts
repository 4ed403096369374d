// What the page learns of its visitor during the chat is before the agent at once, and stays over reloads and tabs.

import type { Locator, Page } from "@playwright/test"
import type { BatonApi } from "../../widget/public/baton.d.ts"
import { type Agent, PEOPLE } from "../support/agent.ts"
import { WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"
import { Visitor } from "../support/visitor.ts"

const inFrame = (page: Page) => new Visitor(page, page.frameLocator('iframe[title="Chat"]'))

const say = (page: Page, ...said: Parameters<BatonApi["setAttributes"]>[0][]) =>
  page.evaluate(all => {
    for (const one of all) window.Baton?.push(["setAttributes", one])
  }, said)

const panel = (agent: Agent): Locator => agent.page.getByRole("region", { name: "Visitor", exact: true })

/** The values beside their names, as they are read from top to bottom. */
const facts = (agent: Agent) =>
  panel(agent).getByRole("term").or(panel(agent).getByRole("definition")).allInnerTexts()

test("what_the_page_learns_while_they_chat_is_before_the_agent_at_once_and_outlives_a_reload", async ({
  server,
  agent,
  browserOf,
}) => {
  const nora = await agent(PEOPLE.nora)
  const context = await browserOf()
  const page = await context.newPage()
  const shop = `${server.url}/demo/${WORKSPACE}`
  await page.goto(shop)
  await say(page, { plan: "basic" })
  await page.getByRole("button", { name: "Chat with us" }).click()
  const lena = inFrame(page)
  await lena.write("Which lamp is brighter?")
  await nora.accept()
  await expect.poll(() => facts(nora)).toEqual(["page", shop, "plan", "basic"])

  // She signs in and fills her cart; the page says so as often as it likes.
  await say(page, ...Array.from({ length: 300 }, (_, count) => ({ cart: String(count + 1) })))
  await say(page, { plan: "gold", name: "Lena Öztürk" })
  await expect.poll(() => facts(nora)).toEqual(["cart", "300", "page", shop, "plan", "gold"])
  await expect(nora.conversation).toHaveAccessibleName("Conversation with Lena Öztürk")
  await expect(panel(nora).getByText("Lena Öztürk")).toHaveCount(1)
  await lena.write("I take both.")
  await expect(nora.line("I take both.")).toBeVisible()

  // Another page of the shop in another tab knows nothing of the cart, and takes nothing away.
  const tab = await context.newPage()
  await tab.goto(`${shop}?page=2`)
  await expect(inFrame(tab).main).toBeAttached()
  await say(tab, { city: "Kiel" })
  const all = ["cart", "300", "city", "Kiel", "page", shop, "plan", "gold"]
  await expect.poll(() => facts(nora)).toEqual(all)
  // What is new lights up; what was there from the start does not.
  await expect(panel(nora).getByText("Kiel")).toHaveClass(/changed/)
  await expect(panel(nora).getByText(shop)).not.toHaveClass(/changed/)

  await page.reload()
  await say(page, { plan: null })
  const left = ["cart", "300", "city", "Kiel", "page", shop]
  await expect.poll(() => facts(nora)).toEqual(left)
  await nora.page.reload()
  await expect.poll(() => facts(nora)).toEqual(left)
})

test("a_page_that_says_too_much_hears_of_it_and_keeps_nobody_from_chatting", async ({
  server,
  agent,
  browserOf,
}) => {
  const nora = await agent(PEOPLE.nora)
  const page = await (await browserOf()).newPage()
  const shop = `${server.url}/demo/${WORKSPACE}`
  await page.goto(shop)
  const refused = page.evaluate(
    () =>
      new Promise(resolve => {
        const all = "x".repeat(16_001)
        window.Baton?.push(
          ["on", "error", problem => resolve(problem)],
          ["setAttributes", { all }],
          ["setAttributes", { plan: "gold" }],
          ["open"],
        )
      }),
  )
  expect(await refused).toEqual({ code: "text_too_long" })
  await inFrame(page).write("Hello?")
  await nora.accept()
  await expect.poll(() => facts(nora)).toEqual(["page", shop, "plan", "gold"])
})
