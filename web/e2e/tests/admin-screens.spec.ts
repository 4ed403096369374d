// Every admin page looked at: axe finds nothing, light and dark, and a picture of each lies in target/screens/.

import { Agent, PEOPLE } from "../support/agent.ts"
import { expectAccessible } from "../support/axe.ts"
import { target } from "../support/paths.ts"
import { WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]

/** A section of each kind, with what is there once it is whole. */
const PLACES: readonly [
  place: string,
  role: "textbox" | "heading" | "table" | "list" | "application",
  name: string,
][] = [
  ["agents", "heading", "Agents"],
  ["agents/nora", "textbox", "Public name"],
  ["teams/front_desk", "textbox", "Name"],
  ["lists/billing_specialists", "textbox", "Name"],
  ["skills/networks", "textbox", "Name"],
  ["users", "table", "Users"],
  ["queues/technical", "textbox", "Public name"],
  ["hours/office", "textbox", "Time zone"],
  ["pipelines", "heading", "Pipelines"],
  ["pipelines/support", "application", "Picture of the pipeline"],
  ["pipelines/support/second_line", "textbox", "Longest wait"],
  ["pipelines/invoices/topic", "textbox", "Another question"],
  ["messages/queued", "textbox", "English"],
  ["canned", "heading", "Canned replies"],
  ["codes", "list", "Reasons"],
  ["settings", "textbox", "Time to leave a message"],
  ["widget", "heading", "Widget"],
  ["tokens", "heading", "Tokens"],
  ["yaml", "textbox", "The document as YAML"],
  ["history", "heading", "Version 1"],
]

for (const colorScheme of ["light", "dark"] as const) {
  test(`every_admin_page_is_accessible_and_worth_looking_at_${colorScheme}`, async ({
    server,
    browserOf,
  }) => {
    test.slow()
    const { page } = await Agent.signIn(await browserOf({ colorScheme }), server, PEOPLE.henrik)
    for (const [place, role, name] of PLACES) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(`${server.url}/console/#/${WORKSPACE}/admin/${place}`)
      await expect(page.getByRole(role, { name, exact: true }).first()).toBeVisible()
      await expectAccessible(page)
      for (const size of SIZES) {
        await page.setViewportSize(size)
        const path = `${target}/screens/admin-${place.replaceAll("/", "-")}-${size.width}-${colorScheme}.png`
        await page.screenshot({ path, animations: "disabled" })
      }
    }
  })

  test(`a_draft_and_its_dialogs_are_accessible_${colorScheme}`, async ({ server, browserOf }) => {
    const { page } = await Agent.signIn(await browserOf({ colorScheme }), server, PEOPLE.henrik)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`${server.url}/console/#/${WORKSPACE}/admin/queues/front_desk`)
    const draft = page.getByRole("region", { name: "Draft" })
    await page.getByRole("textbox", { name: "Longest wait" }).fill("3m")
    await expect(draft).toContainText("1 change not applied")
    await expectAccessible(page)
    await page.getByRole("button", { name: "See changes" }).click()
    await expect(page.getByRole("dialog")).toContainText("max_wait")
    await expectAccessible(page)
    await page.getByRole("dialog").getByText("Side by side").click()
    await expect(page.getByRole("dialog").getByRole("textbox", { name: "After" })).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: `${target}/screens/admin-difference-1440-${colorScheme}.png` })
    await page.keyboard.press("Escape")
    await page.getByRole("textbox", { name: "Longest wait" }).fill("soon")
    await page.getByRole("button", { name: "1 error" }).click()
    await expect(page.getByRole("dialog")).toContainText("front_desk")
    await expectAccessible(page)
    await page.screenshot({ path: `${target}/screens/admin-findings-1440-${colorScheme}.png` })
    await page.keyboard.press("Escape")
    await page.getByRole("button", { name: "Delete", exact: true }).click()
    await expect(page.getByRole("dialog")).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: `${target}/screens/admin-delete-1440-${colorScheme}.png` })
  })
}
