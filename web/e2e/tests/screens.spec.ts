// Pictures of every state, for people to look at: three widths, light and dark, real content, long names,
// right-to-left text, many conversations, none, a lost connection. They land in target/screens/.
// Nothing is compared: a picture is judged by eye, behaviour by the other tests.

import type { Page } from "@playwright/test"
import { PEOPLE } from "../support/agent.ts"
import { target } from "../support/paths.ts"
import { WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"
import { textFile } from "../support/visitor.ts"

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]

const LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

for (const colorScheme of ["light", "dark"] as const) {
  test(`pictures_of_the_visitors_page_and_the_console_${colorScheme}`, async ({
    server,
    agent,
    visitor,
    browserOf,
  }) => {
    test.slow()
    const shoot = async (name: string, ...pages: Page[]) => {
      for (const page of pages) {
        for (const size of SIZES) {
          await page.setViewportSize(size)
          const path = `${target}/screens/${name}-${size.width}-${colorScheme}.png`
          await page.screenshot({ path, animations: "disabled" })
        }
        await page.setViewportSize({ width: 1440, height: 900 })
      }
    }

    const stranger = await (await browserOf({ colorScheme })).newPage()
    await stranger.goto(`${server.url}/console/`)
    await expect(stranger.getByRole("heading", { name: "Sign in to Baton" })).toBeVisible()
    await shoot("console-sign-in", stranger)

    const nora = await agent(PEOPLE.nora, { colorScheme })
    const henrik = await agent(PEOPLE.henrik, { colorScheme })
    await shoot("console-empty", nora.page)

    const lena = await visitor({ colorScheme })
    await expect(lena.heading("How can we help?")).toBeVisible()
    await shoot("visitor-start", lena.page)
    await lena.main.getByText("Add your name and e-mail address").click()
    await lena.main
      .getByRole("textbox", { name: "Name", exact: true })
      .fill("Wilhelmina Theodora van der Bergen-Østergård")
    await lena.write(
      "Hello. My line has been dead since Monday, the router's lamp is red, and I work from home.",
    )
    await lena.attach(
      textFile("line-test-of-monday-morning-with-a-very-long-name.txt", "no carrier on pair 2"),
    )
    await lena.button("Send").click()
    await expect(lena.log.getByRole("link", { name: /line-test/ })).toBeVisible()
    await shoot("visitor-waiting", lena.page)
    await expect(nora.offers).toHaveCount(1)
    await shoot("console-offer", nora.page)
    await nora.read()
    await shoot("console-offer-read", nora.page)
    await nora.accept()
    await nora.write("Good morning. I am sorry to hear that; let me see what the line says.")
    await lena.write(`مرحبا، شكرا جزيلا على المساعدة! ${LONG_WORD}`)
    await expect(nora.line(/شكرا/)).toBeVisible()
    await nora.note("Sounds annoyed, and rightly so. Third time this year.")
    await shoot("console-conversation", nora.page)
    const plan = await nora.planTransfer({
      mode: "Warm",
      to: PEOPLE.henrik.name,
      reason: "Fault on the line",
      note: "Dead line since Monday, router tested, test attached. Please check pair 2 and call the street cabinet.",
    })
    await shoot("console-transfer", nora.page)
    await plan.getByRole("button", { name: "Start transfer" }).click()
    await expect(plan).toBeHidden()
    await shoot("console-transfer-pending", nora.page)
    await henrik.read()
    await shoot("console-offer-transfer", henrik.page)
    await henrik.accept()
    await henrik.write("Hello, I am Henrik. I have read the test and see the fault.")
    await expect(lena.line(/see the fault/)).toBeVisible()
    await shoot("console-introduction", nora.page)
    await shoot("visitor-introduction", lena.page)
    await nora.button("Complete transfer").click()
    await expect(lena.heading("Henrik is with you")).toBeVisible()
    await shoot("console-wrap-up", nora.page)
    await shoot("console-owner", henrik.page)
    await shoot("visitor-handed-over", lena.page)

    const shop = await lena.page.context().newPage()
    await shop.goto(`${server.url}/demo/${WORKSPACE}`)
    await shop.getByRole("button", { name: "Chat with us" }).click()
    await expect(
      shop.frameLocator('iframe[title="Chat"]').getByRole("heading", { name: "Henrik is with you" }),
    ).toBeVisible()
    await shoot("shop", shop)

    await server.kill()
    await expect(lena.main.getByText("Connection lost.")).toBeVisible()
    await expect(henrik.page.getByRole("status", { name: "Connection" })).toContainText("lost")
    await shoot("visitor-lost", lena.page)
    await shoot("console-lost", henrik.page)
    await server.startAgain()
    await expect(lena.main.getByText("Connection lost.")).toBeHidden()
    await lena.button("End chat").click()
    await shoot("visitor-ending", lena.page)
    await lena.page.getByRole("dialog").getByRole("button", { name: "End chat" }).click()
    await expect(lena.heading("This chat has ended")).toBeVisible()
    await shoot("visitor-closed", lena.page)
  })
}
