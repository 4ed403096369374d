// The widget on somebody else's page: launched by a button, in a frame, under a strict content security policy.

import { PEOPLE } from "../support/agent.ts"
import { WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"
import { Visitor } from "../support/visitor.ts"

test("the_launcher_opens_and_closes_the_chat_by_keyboard", async ({ server, browserOf }) => {
  const page = await (await browserOf()).newPage()
  await page.goto(`${server.url}/demo/${WORKSPACE}`)
  const launcher = page.getByRole("button", { name: "Chat with us" })
  await expect(launcher).toHaveAttribute("aria-expanded", "false")
  await launcher.press("Enter")
  const lena = new Visitor(page, page.frameLocator('iframe[title="Chat"]'))
  await expect(lena.message).toBeFocused()
  await page.keyboard.press("Escape")
  await expect(page.getByRole("button", { name: "Chat with us" })).toBeFocused()
  await expect(lena.main).toBeHidden()
})

test("the_badge_counts_what_arrives_while_the_chat_is_closed", async ({ server, agent, browserOf }) => {
  const nora = await agent(PEOPLE.nora)
  const page = await (await browserOf()).newPage()
  await page.goto(`${server.url}/demo/${WORKSPACE}`)
  await page.getByRole("button", { name: "Chat with us" }).click()
  const lena = new Visitor(page, page.frameLocator('iframe[title="Chat"]'))
  await lena.write("Hello?")
  await nora.accept()
  await expect(lena.heading("Nora is with you")).toBeVisible()
  await lena.button("Close chat window").click()
  await nora.write("One")
  await expect(page.getByRole("button", { name: "Chat with us, 1 unread" })).toBeVisible()
  await page.reload()
  await expect(page.getByRole("button", { name: "Chat with us, 1 unread" })).toBeVisible()
  await nora.write("Two")
  await page.getByRole("button", { name: "Chat with us, 2 unread" }).click()
  await expect(lena.line("Two")).toBeVisible()
  await expect(page.getByRole("button", { name: "Close chat", exact: true })).toBeVisible()
})

test("the_loader_moves_nothing_on_the_page_and_breaks_no_policy", async ({ server, browserOf }) => {
  const page = await (await browserOf()).newPage()
  const violations: string[] = []
  page.on(
    "console",
    message => message.text().includes("Content Security Policy") && violations.push(message.text()),
  )
  await page.addInitScript(() => {
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) console.log(`Content Security Policy and layout: ${entry.name}`)
    }).observe({ type: "layout-shift", buffered: true })
  })
  await page.goto(`${server.url}/demo/${WORKSPACE}`)
  await page.getByRole("button", { name: "Chat with us" }).click()
  await expect(
    page.frameLocator('iframe[title="Chat"]').getByRole("heading", { name: "How can we help?" }),
  ).toBeVisible()
  expect(violations).toEqual([])
})
