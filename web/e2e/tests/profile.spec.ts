// The profile: settings that hold on every device, keys of one's own, sounds to try.

import { Agent, PEOPLE } from "../support/agent.ts"
import { expectAccessible } from "../support/axe.ts"
import { expect, test } from "../support/test.ts"

async function openProfile(agent: Agent): Promise<void> {
  await agent.page.getByRole("button", { name: "Account" }).click()
  await agent.page.getByRole("menuitem", { name: "Profile" }).click()
  await expect(agent.page.getByRole("heading", { name: "Profile" })).toBeVisible()
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the_profile_is_accessible_${colorScheme}`, async ({ agent }) => {
    const nora = await agent(PEOPLE.nora, { colorScheme })
    await openProfile(nora)
    await expectAccessible(nora.page)
  })
}

test("a_setting_holds_in_another_browser_and_reaches_an_open_tab", async ({ agent, browserOf, server }) => {
  const nora = await agent(PEOPLE.nora)
  await openProfile(nora)
  const elsewhere = await Agent.signIn(await browserOf(), server, PEOPLE.nora)
  await nora.page.getByRole("radiogroup", { name: "Density" }).getByText("Compact").click()
  await expect(elsewhere.page.locator("html")).toHaveAttribute("data-density", "compact")
  const message = nora.page.getByRole("switch", { name: "Message" })
  await message.uncheck({ force: true })
  await openProfile(elsewhere)
  await expect(elsewhere.page.getByRole("switch", { name: "Message" })).not.toBeChecked()
  await elsewhere.page.reload()
  await expect(elsewhere.page.getByRole("switch", { name: "Message" })).not.toBeChecked()
})

test("with_ctrl_enter_chosen_enter_breaks_the_line", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  await openProfile(nora)
  await nora.page
    .getByRole("radiogroup", { name: "A message is sent with" })
    .getByText("Ctrl + Enter")
    .click()
  await nora.page.getByRole("link", { name: "Desk" }).click()
  const lena = await visitor()
  await lena.write("Hello?")
  await nora.accept()
  await nora.reply.fill("first")
  await nora.reply.press("Enter")
  await nora.reply.pressSequentially("second")
  await expect(nora.reply).toHaveValue("first\nsecond")
  await nora.reply.press("Control+Enter")
  await expect(lena.line(/first\s+second/)).toBeVisible()
})

test("a_shortcut_is_changed_by_pressing_other_keys_unless_they_are_taken", async ({ agent }) => {
  const nora = await agent(PEOPLE.nora)
  await openProfile(nora)
  const change = nora.page.getByRole("button", { name: "Change the keys of Fold or unfold the inbox" })
  await change.click()
  await nora.page.keyboard.press("]")
  await expect(nora.page.getByRole("alert")).toContainText("These keys are taken")
  await nora.page.keyboard.press("Alt+i")
  await expect(change).toHaveText("AltI")
  await nora.page.goBack()
  await expect(nora.inbox).toBeVisible()
  await nora.page.keyboard.press("Alt+i")
  await expect(nora.inbox).toBeHidden()
})

test("sounds_are_tried_without_an_error", async ({ agent }) => {
  const nora = await agent(PEOPLE.nora)
  await openProfile(nora)
  for (const name of ["Offer", "Assigned to me", "Message", "Raised hand"]) {
    await nora.page.getByRole("button", { name: `Try the sound of ${name}` }).click()
  }
})
