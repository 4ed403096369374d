// axe on every page and state, light and dark: nothing serious, nothing critical.

import { PEOPLE } from "../support/agent.ts"
import { expectAccessible } from "../support/axe.ts"
import { changeDocument } from "../support/document.ts"
import { WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"

for (const colorScheme of ["light", "dark"] as const) {
  test(`the_visitors_page_is_accessible_in_every_state_${colorScheme}`, async ({
    server,
    agent,
    visitor,
  }) => {
    const nora = await agent(PEOPLE.nora)
    await changeDocument(server, {
      "strategy: least_loaded\n    sticky: true": "max_wait: 2s\n    sticky: true",
    })
    const lena = await visitor({ colorScheme })
    await expect(lena.heading("How can we help?")).toBeVisible()
    await lena.button("More").click()
    await expect(lena.button("Turn sounds off")).toBeVisible()
    await expectAccessible(lena.page)
    await lena.page.keyboard.press("Escape")

    await nora.setStatus("Away")
    await lena.write("Hello?")
    await expect(lena.heading(/Finding somebody for you/)).toBeVisible()
    await expectAccessible(lena.page)
    await expect(lena.heading("Nobody is free at the moment")).toBeVisible()
    await expectAccessible(lena.page)

    await nora.setStatus("Online")
    await nora.accept()
    await nora.write("Hello, what can I do for you?")
    await expect(lena.line("Hello, what can I do for you?")).toBeVisible()
    await expectAccessible(lena.page)
    await lena.button("End chat").click()
    await expectAccessible(lena.page)
    await lena.page.getByRole("dialog").getByRole("button", { name: "End chat" }).click()
    await expect(lena.heading("This chat has ended")).toBeVisible()
    await expectAccessible(lena.page)
  })

  test(`the_console_is_accessible_in_every_state_${colorScheme}`, async ({
    server,
    agent,
    visitor,
    browserOf,
  }) => {
    const stranger = await (await browserOf({ colorScheme })).newPage()
    await stranger.goto(`${server.url}/console/`)
    await expect(stranger.getByRole("heading", { name: "Sign in to Baton" })).toBeVisible()
    await expectAccessible(stranger)

    const nora = await agent(PEOPLE.nora, { colorScheme })
    const henrik = await agent(PEOPLE.henrik, { colorScheme })
    await expectAccessible(nora.page)
    const lena = await visitor()
    await lena.write("My line is dead.")
    await expect(nora.offers).toHaveCount(1)
    await expectAccessible(nora.page)
    await nora.read()
    await expectAccessible(nora.page)
    await nora.accept()
    await nora.note("Router is fine")
    await expectAccessible(nora.page)
    await nora.button("Transfer").click()
    await expect(nora.page.getByRole("dialog")).toBeVisible()
    await expectAccessible(nora.page)
    await nora.page.keyboard.press("Escape")
    await nora.transfer({ mode: "Warm", to: PEOPLE.henrik.name, note: "Please look at the line" })
    await henrik.read()
    await expectAccessible(henrik.page)
    await henrik.accept()
    await expect(nora.button("Complete transfer")).toBeVisible()
    await expectAccessible(nora.page)
    await nora.button("Complete transfer").click()
    await expect(nora.page.getByRole("form", { name: "Wrap-up" })).toBeVisible()
    await expectAccessible(nora.page)
  })

  test(`helping_together_is_accessible_in_every_state_${colorScheme}`, async ({ agent, visitor }) => {
    const nora = await agent(PEOPLE.nora, { colorScheme })
    const ines = await agent(PEOPLE.ines, { colorScheme })
    const lena = await visitor()
    await nora.setStatus("Online")
    await ines.setStatus("Away")
    await lena.write("I was charged twice.")
    await nora.accept()
    await nora.button("Escalate").click()
    await expect(nora.page.getByRole("dialog").getByRole("radio").first()).toBeVisible()
    await expectAccessible(nora.page)
    await nora.page.keyboard.press("Escape")
    await nora.button("More actions").click()
    await expectAccessible(nora.page)
    await nora.page.getByRole("menuitem", { name: "Invite…" }).click()
    await expect(nora.page.getByRole("option").first()).toBeVisible()
    await expectAccessible(nora.page)
    await nora.page.keyboard.press("Escape")
    await nora.write("/assist May I pay it back?")
    await expect(nora.conversation.getByRole("region", { name: "Raised hand" })).toBeVisible()
    await expectAccessible(nora.page)
    await ines.item("Hand raised").getByRole("button").click()
    await ines.button("Take the hand").click()
    await ines.conversation.getByRole("tab", { name: "Whisper" }).click()
    await ines.conversation.getByRole("textbox", { name: "Whisper" }).fill("Yes")
    await ines.conversation.getByRole("textbox", { name: "Whisper" }).press("Enter")
    await expect(ines.conversation.getByRole("log", { name: "Whispers" })).toContainText("Yes")
    await expectAccessible(ines.page)
    await expect(nora.conversation.getByRole("tab", { name: /1 unread/ })).toBeVisible()
    await expectAccessible(nora.page)
    await nora.page.getByRole("button", { name: "Flow" }).click()
    await nora.page.getByRole("button", { name: "Why?" }).first().click()
    await expectAccessible(nora.page)
  })

  test(`the_demo_shop_is_accessible_${colorScheme}`, async ({ server, browserOf }) => {
    const page = await (await browserOf({ colorScheme })).newPage()
    await page.goto(`${server.url}/demo/${WORKSPACE}`)
    await page.getByRole("button", { name: "Chat with us" }).click()
    await expect(
      page.frameLocator('iframe[title="Chat"]').getByRole("heading", { name: "How can we help?" }),
    ).toBeVisible()
    await expectAccessible(page)
  })
}
