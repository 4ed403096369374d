// People of several teams in one conversation: invited, removed, made owner, and the owner leaving.

import { type Agent, PEOPLE, type Person } from "../support/agent.ts"
import { expect, test } from "../support/test.ts"

async function invite(owner: Agent, person: Person): Promise<void> {
  await owner.button("More actions").click()
  await owner.page.getByRole("menuitem", { name: "Invite…" }).click()
  const dialog = owner.page.getByRole("dialog", { name: "Invite to the conversation" })
  await dialog.getByRole("option", { name: person.name, exact: true }).click()
  await dialog.getByRole("textbox", { name: "Note" }).fill("STAFF-ONLY please look at this with me")
  await dialog.getByRole("button", { name: "Invite" }).click()
  await expect(dialog).toBeHidden()
}

test("three_teams_help_one_visitor_and_the_owner_leaves_it_to_a_guest", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("My bill is wrong and my line is dead")
  await nora.accept()
  const priya = await agent(PEOPLE.priya)
  const henrik = await agent(PEOPLE.henrik)

  await invite(nora, PEOPLE.priya)
  await expect(nora.conversation.getByRole("region", { name: "Invitation" })).toContainText("Priya Raman")
  await priya.accept()
  await expect(lena.line(/Priya/)).toBeVisible()
  await invite(nora, PEOPLE.henrik)
  await henrik.accept()
  await priya.write("I have corrected the bill")
  await henrik.write("And I have reset the line")
  await expect(lena.line("I have corrected the bill")).toBeVisible()
  await expect(lena.line("And I have reset the line")).toBeVisible()
  await expect(nora.button("Close conversation")).toHaveCount(0)

  const people = nora.page.getByRole("region", { name: "Participants" })
  const henriksRow = people.getByRole("listitem").filter({ hasText: PEOPLE.henrik.name })
  await henriksRow.getByRole("button", { name: "Remove" }).click()
  await expect(henriksRow).toHaveCount(0)
  await expect(lena.line(/Henrik has left/)).toBeVisible()

  await nora.button("Leave").click()
  await expect(lena.heading("Priya is with you")).toBeVisible()
  await expect(lena.main).not.toContainText("STAFF-ONLY")
})

test("an_invitation_nobody_accepted_can_be_taken_back", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Hello?")
  await nora.accept()
  const priya = await agent(PEOPLE.priya)
  await invite(nora, PEOPLE.priya)
  await expect(priya.offers).toHaveCount(1)
  await nora.button("Cancel invitation").click()
  await expect(priya.offers).toHaveCount(0)
  await expect(nora.button("Close conversation")).toBeVisible()
})
