// The inbox: tabs with live counts, panes that fold and keep their width, reasons to be away.

import { PEOPLE } from "../support/agent.ts"
import { expectAccessible } from "../support/axe.ts"
import { changeDocument } from "../support/document.ts"
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

test("a_message_that_was_left_is_answered_and_found_again_with_who_did", async ({
  server,
  agent,
  visitor,
}) => {
  await changeDocument(server, {
    "mon-thu: [08:00-18:00]\n      fri: [08:00-16:00]\n": "mon: []\n",
    "new_year: { date: 01-01 }": "new_year: { date: 01-01, open: [03:00-03:01] }",
    "    tier: 1\n    members: { teams: [front_desk] }\n    strategy":
      "    tier: 1\n    members: { teams: [front_desk] }\n    hours: office\n    strategy",
  })
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Is anybody there?")
  await lena.main.getByRole("textbox", { name: "Message to leave" }).fill("Please call me back.")
  await lena.button("Send and end the chat").click()

  await nora.inbox.getByRole("tab", { name: "Messages 1" }).click()
  const messages = nora.inbox.getByRole("region", { name: "Messages" })
  await expect(messages).toContainText("Please call me back.")
  await messages.getByRole("button", { name: "Mark as answered" }).click()
  await expect(messages).toContainText("No message is open")
  await messages.getByRole("radiogroup", { name: "Which messages" }).getByText("Answered").click()
  await expect(messages).toContainText("answered by Nora Albrecht")
  await expectAccessible(nora.page)
  await messages.getByRole("button", { name: /^Answered message from/ }).click()
  await expect(nora.page.getByRole("dialog")).toContainText("Is anybody there?")
})

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
