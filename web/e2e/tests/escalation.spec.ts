// A tier up by a written command, as the visitor and both agents see it.

import { PEOPLE } from "../support/agent.ts"
import { expect, test } from "../support/test.ts"

test("escalate_from_the_front_desk_brings_a_technician", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("My router restarts every hour")
  await nora.accept()
  await nora.write("I am on it")
  await expect(lena.line("I am on it")).toBeVisible()
  const henrik = await agent(PEOPLE.henrik)
  await nora.write("/escalate technical restarted twice, cable is fine")
  await expect(lena.main).toContainText("One of our technicians takes over from here")
  await expect(lena.main).not.toContainText("restarted twice")
  // The new wait, that of the technicians: in the message, and live beside it, also after a reload.
  await expect(lena.main).toContainText(
    /One of our technicians takes over.*The new wait is less than a minute\./,
  )
  const wait = lena.main.getByRole("status").filter({ hasText: "our technicians" })
  await expect(wait).toContainText("You are next.")
  await expect(wait).toContainText("Your wait from here is less than a minute.")
  await lena.page.reload()
  await expect(wait).toContainText("Your wait from here is less than a minute.")
  await henrik.accept()
  await henrik.write("Let me look at your line")
  await expect(lena.line("Let me look at your line")).toBeVisible()
  await expect(lena.main).toContainText("Henrik")
})

test("by_button_the_agent_sees_who_is_there_before_and_is_released_at_once", async ({ agent, visitor }) => {
  const henrik = await agent(PEOPLE.henrik)
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("My router restarts every hour")
  await nora.accept()
  await nora.button("Escalate").click()
  const dialog = nora.page.getByRole("dialog", { name: "Escalate conversation" })
  await expect(dialog.getByRole("button", { name: "Escalate" })).toBeDisabled()
  await dialog.getByRole("radio", { name: "A technician" }).click()
  await expect(dialog.getByRole("radio", { name: "A technician" })).toContainText("free of online")
  await dialog.getByRole("textbox", { name: "Note" }).fill("STAFF-ONLY restarted twice")
  await expect(dialog.getByRole("status")).toContainText("You are released now")
  await dialog.getByRole("button", { name: "Escalate" }).click()
  await expect(dialog).toBeHidden()
  await expect(nora.conversation.getByRole("region", { name: "Hand-over" })).toContainText(
    "You escalated it to Technical support",
  )
  const offer = await henrik.read()
  await expect(offer).toContainText("STAFF-ONLY restarted twice")
  await offer.getByRole("button", { name: "Accept" }).click()
  await expect(lena.heading("Henrik is with you")).toBeVisible()
  await expect(lena.main).not.toContainText("STAFF-ONLY")
})

test("where_nobody_is_online_it_is_asked_for_twice_and_can_be_recalled", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("My router restarts every hour")
  await nora.accept()
  await nora.button("Escalate").click()
  const dialog = nora.page.getByRole("dialog", { name: "Escalate conversation" })
  await dialog.getByRole("radio", { name: "A technician" }).click()
  await expect(dialog.getByRole("status")).toContainText("Nobody of A technician is online")
  await dialog.getByRole("button", { name: "Escalate anyway" }).click()
  await nora.button("Recall").click()
  await expect(lena.heading("Nora is with you")).toBeVisible()
})

test("what_was_escalated_can_be_given_back_to_whom_it_came_from", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const henrik = await agent(PEOPLE.henrik)
  const lena = await visitor()
  await lena.write("My router restarts every hour")
  await nora.accept()
  await nora.write("/escalate technical restarted twice")
  await henrik.accept()
  await henrik.button("More actions").click()
  await henrik.page.getByRole("menuitem", { name: "Give back…" }).click()
  const dialog = henrik.page.getByRole("dialog", { name: "Give it back?" })
  await dialog.getByRole("textbox", { name: "Note" }).fill("The line is fine; please change the router")
  await dialog.getByRole("button", { name: "Give back" }).click()
  await nora.accept()
  await expect(lena.heading("Nora is with you")).toBeVisible()
})
