// The inbox: tabs with live counts, panes that fold and keep their width, reasons to be away.

import { PEOPLE } from "../support/agent.ts"
import { expectAccessible } from "../support/axe.ts"
import { expect, test } from "../support/test.ts"

for (const colorScheme of ["light", "dark"] as const) {
  test(`tabs_count_what_there_is_of_each_${colorScheme}`, async ({ agent, visitor }) => {
    const ines = await agent(PEOPLE.ines, { colorScheme })
    await ines.setStatus("Away")
    const nora = await agent(PEOPLE.nora, { colorScheme })
    const lena = await visitor()
    await lena.write("Hello?")
    const tabs = nora.inbox.getByRole("tablist", { name: "Show" })
    await nora.accept()
    await expect(tabs.getByRole("tab", { name: "Mine 1" })).toBeVisible()
    await tabs.getByRole("tab", { name: "Messages" }).click()
    await expect(nora.inbox.getByText("No message is open")).toBeVisible()
    await expect(nora.inbox.getByRole("region", { name: "My conversations" })).toHaveCount(0)
    await expectAccessible(nora.page)
    await nora.page.reload()
    await expect(tabs.getByRole("tab", { name: "Messages" })).toHaveAttribute("aria-selected", "true")
    await tabs.getByRole("tab", { name: "Messages" }).press("ArrowRight")
    await expect(nora.inbox.getByRole("region", { name: "My conversations" })).toBeVisible()
    await expect(ines.inbox.getByRole("tab", { name: "Watching 1" })).toBeVisible()
    await expectAccessible(ines.page)
  })
}

test("panes_fold_by_key_and_keep_their_width_over_a_reload", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora, { viewport: { width: 1440, height: 900 } })
  const lena = await visitor()
  await lena.write("Hello?")
  await nora.accept()
  const edge = nora.page.getByRole("separator", { name: "Width of the inbox" })
  await edge.focus()
  await nora.page.keyboard.press("ArrowRight")
  await expect(edge).toHaveAttribute("aria-valuenow", "344")
  await nora.transcript.focus()
  await nora.page.keyboard.press("[")
  await expect(nora.inbox).toBeHidden()
  await nora.page.keyboard.press("]")
  await expect(nora.page.getByRole("complementary", { name: "Details" })).toBeHidden()
  await expectAccessible(nora.page)
  await nora.page.reload()
  await expect(nora.conversation).toBeVisible()
  await expect(nora.inbox).toBeHidden()
  await nora.page.getByRole("button", { name: "Unfold the inbox" }).click()
  await expect(edge).toHaveAttribute("aria-valuenow", "344")
})

test("an_agent_is_away_for_a_reason_of_the_workspace", async ({ agent }) => {
  const nora = await agent(PEOPLE.nora)
  await nora.setStatus("Away: Training")
  await nora.page.reload()
  await expect(nora.page.getByRole("button", { name: "Status: Away: Training" })).toBeVisible()
})
