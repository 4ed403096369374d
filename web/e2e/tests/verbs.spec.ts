// Ways of handing over that the other journeys do not go: from both sides and the visitor's.

import { PEOPLE } from "../support/agent.ts"
import { expect, test } from "../support/test.ts"

test("whoever_takes_a_warm_transfer_to_their_queue_may_take_it_over_themselves", async ({
  agent,
  visitor,
}) => {
  const nora = await agent(PEOPLE.nora)
  const priya = await agent(PEOPLE.priya)
  const lena = await visitor()
  await lena.write("I was charged twice")
  await nora.accept()
  await nora.transfer({ mode: "Warm", to: "Billing", note: "STAFF-ONLY twice in October" })
  await expect(lena.heading("Nora is with you")).toBeVisible()
  await priya.accept()
  await expect(lena.heading("Nora and Priya are with you")).toBeVisible()
  await priya.button("Take over").click()
  await expect(lena.heading("Priya is with you")).toBeVisible()
  await expect(lena.line(/Nora has handed over to Priya/)).toBeVisible()
  await expect(priya.button("Transfer")).toBeVisible()
  await expect(lena.main).not.toContainText("STAFF-ONLY")
})

test("what_a_colleague_declines_comes_back_to_whoever_sent_it", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const henrik = await agent(PEOPLE.henrik)
  const lena = await visitor()
  await lena.write("My line is dead")
  await nora.accept()
  const dialog = await nora.planTransfer({ mode: "Cold", to: PEOPLE.henrik.name })
  await dialog
    .getByRole("radiogroup", { name: /does not answer/ })
    .getByText("Return it to me")
    .click()
  await dialog.getByRole("button", { name: "Start transfer" }).click()
  await expect(lena.heading(/Finding somebody for you/)).toBeVisible()
  await henrik.offers.first().getByRole("button", { name: "Decline" }).click()
  await expect(lena.heading("Nora is with you")).toBeVisible()
  await nora.write("I am still here")
  await expect(lena.line("I am still here")).toBeVisible()
})

test("a_guest_from_a_queue_is_made_the_owner_and_the_former_one_leaves", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const henrik = await agent(PEOPLE.henrik)
  const lena = await visitor()
  await lena.write("It is about my contract and my line")
  await nora.accept()
  await nora.write("/invite technical")
  await henrik.accept()
  await expect(lena.heading("Nora and Henrik are with you")).toBeVisible()
  const people = nora.page.getByRole("region", { name: "Participants" })
  await people.getByRole("button", { name: "Make owner" }).click()
  await expect(lena.heading("Henrik and Nora are with you")).toBeVisible()
  await expect(henrik.button("Transfer")).toBeVisible()
  await expect(nora.button("Transfer")).toHaveCount(0)
  await nora.write("/leave")
  await expect(lena.heading("Henrik is with you")).toBeVisible()
  await expect(lena.line(/Nora has left/)).toBeVisible()
})

test("by_lines_alone_a_conversation_is_introduced_completed_tagged_and_closed", async ({
  agent,
  visitor,
}) => {
  const nora = await agent(PEOPLE.nora)
  const henrik = await agent(PEOPLE.henrik)
  const lena = await visitor()
  await lena.write("My line is dead")
  await nora.accept()
  await nora.write("/warm henrik please look at the line")
  await henrik.accept()
  await nora.write("/complete")
  await expect(lena.heading("Henrik is with you")).toBeVisible()
  await henrik.write("/tag line_fault")
  const tags = henrik.page.getByRole("list", { name: "Tags" })
  await expect(tags).toHaveText("Line fault")
  await henrik.page.getByRole("combobox", { name: "Add a tag" }).click()
  await henrik.page.getByRole("option", { name: "Refund" }).click()
  await tags.getByRole("button", { name: "Take off the tag Line fault" }).click()
  await expect(tags).toHaveText("Refund")
  await henrik.write("/close")
  await henrik.page.getByRole("button", { name: "Close for everybody" }).click()
  await expect(lena.button("End chat")).toHaveCount(0)
  await expect(henrik.page.getByRole("form", { name: "Wrap-up" })).toBeVisible()
})
