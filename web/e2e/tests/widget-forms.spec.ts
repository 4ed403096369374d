// What visitors are asked and may leave: questions before, a message when nobody is there, how it was afterwards.

import type { BrowserContext } from "@playwright/test"
import { PEOPLE } from "../support/agent.ts"
import { expectAccessible } from "../support/axe.ts"
import { changeDocument } from "../support/document.ts"
import { type Server, WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"
import { Visitor } from "../support/visitor.ts"

/** A page about invoices asks first, and asks how it was. */
async function aboutAnInvoice(context: BrowserContext, server: Server): Promise<Visitor> {
  const page = await context.newPage()
  await page.goto(`${server.url}/visit/${WORKSPACE}?pipeline=invoices`)
  return new Visitor(page)
}

test("what_has_to_be_answered_is_said_at_the_field_and_keeps_the_message", async ({
  server,
  agent,
  browserOf,
}) => {
  await changeDocument(server, { "ask_email: optional": "ask_email: required" })
  const priya = await agent(PEOPLE.priya)
  const lena = await aboutAnInvoice(await browserOf(), server)
  const email = lena.main.getByRole("textbox", { name: "E-mail address" })
  const question = lena.main.getByRole("combobox", { name: "What is it about?" })
  await expect(email).toHaveAttribute("autocomplete", "email")
  await lena.write("Why is it so much?")
  await expect(email).toBeFocused()
  await expect(email).toHaveAccessibleDescription("Please fill this in.")
  await expect(question).toHaveAccessibleDescription("Please choose one of these.")
  await expect(lena.message).toHaveValue("Why is it so much?")
  await expectAccessible(lena.page)

  await email.fill("lena")
  await expect(email).toHaveAccessibleDescription(/such as lena@example\.com/)
  await email.fill("lena@example.com")
  await expect(email).toHaveAccessibleDescription("")
  await question.selectOption("An amount I do not understand")
  await lena.main.getByRole("textbox", { name: "Number of the invoice (optional)" }).fill("R-2026-11")
  await lena.message.press("Enter")
  await expect(lena.heading(/Finding somebody for you/)).toBeVisible()
  await priya.accept()
  await expect(priya.page.getByText("lena@example.com").first()).toBeVisible()
})

for (const colorScheme of ["light", "dark"] as const) {
  test(`who_was_helped_says_how_it_was_once_${colorScheme}`, async ({ server, agent, browserOf }) => {
    const priya = await agent(PEOPLE.priya)
    const lena = await aboutAnInvoice(await browserOf({ colorScheme }), server)
    await lena.main.getByRole("combobox", { name: "What is it about?" }).selectOption({ index: 1 })
    await lena.write("Why is it so much?")
    await priya.accept()
    await expect(lena.heading("Priya is with you")).toBeVisible()
    await lena.button("End chat").click()
    await lena.page.getByRole("dialog").getByRole("button", { name: "End chat" }).click()
    const survey = lena.main.getByRole("group", { name: "How was it?" })
    // Until the chat has ended the button of that name is the composer's.
    await expect(survey).toBeVisible()
    await lena.button("Send").click()
    await expect(survey).toHaveAccessibleDescription("Please choose one of the five.")
    await expectAccessible(lena.page)
    await survey.getByRole("radio", { name: "4 Good" }).press("Space")
    await lena.main.getByRole("textbox", { name: "Anything you would like to add?" }).fill("Quick.")
    await lena.button("Send").click()
    await expect(lena.main.getByText("Thank you for telling us.")).toBeVisible()
    await lena.page.reload()
    await expect(lena.main.getByText("Thank you for telling us.")).toBeVisible()
    await expect(survey).toBeHidden()
    await expectAccessible(lena.page)
  })

  test(`out_of_hours_a_message_is_left_and_its_arrival_confirmed_${colorScheme}`, async ({
    server,
    visitor,
  }) => {
    // Open one minute a year.
    await changeDocument(server, {
      "mon-thu: [08:00-18:00]\n      fri: [08:00-16:00]\n": "mon: []\n",
      "new_year: { date: 01-01 }": "new_year: { date: 01-01, open: [03:00-03:01] }",
      "    tier: 1\n    members: { teams: [front_desk] }\n    strategy":
        "    tier: 1\n    members: { teams: [front_desk] }\n    hours: office\n    strategy",
    })
    const lena = await visitor({ colorScheme })
    await lena.write("Is anybody there?")
    await expect(lena.heading("We are closed at the moment")).toBeVisible()
    await expect(lena.main.getByText(/We are back on/)).toBeVisible()
    await expect(lena.button("Keep waiting")).toBeHidden()
    await expect(lena.message).toBeHidden()
    await expect(lena.main.getByRole("textbox", { name: "Message to leave" })).toBeFocused()
    await expectAccessible(lena.page)
    await lena.button("Send and end the chat").click()
    const message = lena.main.getByRole("textbox", { name: "Message to leave" })
    await expect(message).toHaveAccessibleDescription("Please fill this in.")
    await message.fill("Please write to lena@example.com.")
    await lena.button("Send and end the chat").click()
    await expect(lena.heading("Your message is with our team")).toBeVisible()
    await expectAccessible(lena.page)
  })
}
