// The console in German: chosen from the browser, complete where people work, and as accessible.

import { Agent, PEOPLE } from "../support/agent.ts"
import { expectAccessible } from "../support/axe.ts"
import { WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"

test("a_german_browser_gets_a_german_console", async ({ server, browserOf, visitor }) => {
  const context = await browserOf({ locale: "de-DE" })
  const page = await context.newPage()
  await page.goto(`${server.url}/console/`)
  await expect(page.locator("html")).toHaveAttribute("lang", "de")
  await page.getByRole("textbox", { name: "E-Mail" }).fill(PEOPLE.nora.email)
  await page.getByLabel("Passwort", { exact: true }).fill(await server.password(PEOPLE.nora.email))
  await page.getByRole("button", { name: "Anmelden" }).click()
  const nora = new Agent(page, PEOPLE.nora)
  await page.getByRole("button", { name: /^Status:/ }).click()
  await page.getByRole("menuitem", { name: "Online", exact: true }).click()

  const lena = await visitor()
  await lena.write("My line is dead")
  await page.getByRole("button", { name: "Annehmen" }).click()
  await expect(page.getByRole("region", { name: /^Gespräch mit/ })).toBeVisible()
  await expect(page.getByRole("button", { name: "Weiterleiten" })).toBeVisible()
  await expect(page.getByRole("log", { name: "Verlauf" })).toContainText("Nora Albrecht")
  await expect(nora.page.getByRole("main")).not.toContainText("asked for help")
  await expect(page.getByText("Nora Albrecht (Sie)")).toBeVisible()
  await expectAccessible(page)

  // The server's words come with what they name.
  const answer = page.getByRole("textbox", { name: "Antwort" })
  await answer.fill("/transf")
  await expect(page.getByRole("option", { name: /^\/transfer wen \[#Grund\] \[Notiz\]/ })).toBeVisible()
  await answer.fill("/transfr Henrik")
  await answer.press("Enter")
  await expect(page.getByText("Diesen Befehl gibt es nicht. Möglich: /transfer")).toBeVisible()
  await answer.fill("")

  await page.getByRole("button", { name: "Weiterleiten" }).click()
  await expect(page.getByRole("dialog", { name: "Gespräch weiterleiten" })).toBeVisible()
  await expectAccessible(page)
})

test("the_checker_says_in_german_what_it_found", async ({ server, browserOf }) => {
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await page.goto(`${server.url}/console/#/${WORKSPACE}/profile`)
  await page.getByRole("combobox", { name: "Language" }).click()
  await page.getByRole("option", { name: "Deutsch" }).click()
  await expect(page.locator("html")).toHaveAttribute("lang", "de")
  await page.goto(`${server.url}/console/#/${WORKSPACE}/admin/queues/technical`)
  await page.getByRole("textbox", { name: "Längste Wartezeit" }).fill("bald")
  await expect(page.getByRole("article", { name: "Technical support" })).toContainText(
    "Zeitspannen schreibt man wie 30s, 5m, 1h 30m oder 2d",
  )
})
