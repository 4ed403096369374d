// Pictures of the widget for people to look at: asked, out of hours, rated, in another colour and language; on a
// customer's page and as a page of its own. They land in target/screens/; nothing is compared.

import type { Page } from "@playwright/test"
import { PEOPLE } from "../support/agent.ts"
import { changeDocument } from "../support/document.ts"
import { target } from "../support/paths.ts"
import { WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"
import type { Visitor } from "../support/visitor.ts"

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]

for (const colorScheme of ["light", "dark"] as const) {
  const shoot = async (name: string, page: Page) => {
    for (const size of SIZES) {
      await page.setViewportSize(size)
      const path = `${target}/screens/widget-${name}-${size.width}-${colorScheme}.png`
      await page.screenshot({ path, animations: "disabled" })
    }
  }

  test(`pictures_of_the_widget_on_a_page_${colorScheme}`, async ({ server, agent, browserOf }) => {
    test.slow()
    await changeDocument(server, {
      "colour: '#0b6e4f'": "colour: '#ffd400'",
      "entry: { pipeline: support }": "entry: { pipeline: invoices }",
    })
    const priya = await agent(PEOPLE.priya)
    const page = await (await browserOf({ colorScheme, locale: "de-DE" })).newPage()
    await page.goto(`${server.url}/demo/${WORKSPACE}`)
    await page.getByRole("button", { name: "Chat mit uns" }).click()
    const frame = page.frameLocator('iframe[title="Chat"]')
    const message = frame.getByRole("textbox", { name: "Ihre Nachricht" })
    await message.fill("Warum ist die Rechnung so hoch?")
    await message.press("Enter")
    await expect(frame.getByText("Bitte wählen Sie etwas aus.")).toBeVisible()
    await shoot("asked", page)
    await frame.getByRole("combobox").selectOption({ index: 1 })
    await message.press("Enter")
    await expect(frame.getByRole("heading", { name: /Wir suchen jemanden/ })).toBeVisible()
    await shoot("waiting", page)
    await priya.accept()
    await priya.write("Guten Tag, ich sehe mir die beiden Posten vom Oktober an.")
    await expect(frame.getByText("die beiden Posten")).toBeVisible()
    await frame.getByRole("button", { name: "Mehr" }).click()
    await expect(frame.getByRole("button", { name: "Ton ausschalten" })).toBeVisible()
    await shoot("menu", page)
    await page.keyboard.press("Escape")
    await frame.getByRole("button", { name: "Beenden", exact: true }).click()
    await frame.getByRole("dialog").getByRole("button", { name: "Chat beenden" }).click()
    await frame.getByRole("radio", { name: "4 Gut" }).check()
    await shoot("survey", page)
  })

  test(`pictures_of_a_message_that_is_left_${colorScheme}`, async ({ server, visitor }) => {
    await changeDocument(server, {
      "mon-thu: [08:00-18:00]\n      fri: [08:00-16:00]\n": "mon: []\n",
      "new_year: { date: 01-01 }": "new_year: { date: 01-01, open: [03:00-03:01] }",
      "    tier: 1\n    members: { teams: [front_desk] }\n    strategy":
        "    tier: 1\n    members: { teams: [front_desk] }\n    hours: office\n    strategy",
    })
    const lena: Visitor = await visitor({ colorScheme })
    await lena.write("Is anybody there?")
    await expect(lena.heading("We are closed at the moment")).toBeVisible()
    await shoot("closed-hours", lena.page)
    await lena.main
      .getByRole("textbox", { name: "Message to leave" })
      .fill("Please write to lena@example.com.")
    await lena.button("Send and end the chat").click()
    await expect(lena.heading("Your message is with our team")).toBeVisible()
    await shoot("message-left", lena.page)
  })
}
