// What is written and not sent: kept on the server, the same in every tab, reply and note apart.

import { Agent, PEOPLE } from "../support/agent.ts"
import { expectAccessible } from "../support/axe.ts"
import { expect, test } from "../support/test.ts"

test("a_draft_survives_a_reload_and_stands_in_another_browser", async ({
  agent,
  visitor,
  browserOf,
  server,
}) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Hello?")
  await nora.accept()
  const kept = nora.page.waitForResponse(answer => answer.url().endsWith("/drafts/reply"))
  await nora.reply.fill("Let me look at that")
  expect((await kept).status()).toBe(204)
  await nora.page.reload()
  await expect(nora.reply).toHaveValue("Let me look at that")

  const elsewhere = await Agent.signIn(await browserOf(), server, PEOPLE.nora)
  await expect(elsewhere.item("Draft")).toBeVisible()
  await elsewhere
    .item(/Hello\?/)
    .getByRole("button")
    .click()
  await expect(elsewhere.reply).toHaveValue("Let me look at that")

  await nora.reply.press("Enter")
  await expect(lena.line("Let me look at that")).toBeVisible()
  await expect(elsewhere.reply).toHaveValue("")
})

test("reply_and_note_keep_a_draft_each_and_the_other_one_is_marked", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Hello?")
  await nora.accept()
  await nora.reply.fill("to the visitor")
  await nora.reply.press("Alt+n")
  const note = nora.conversation.getByRole("textbox", { name: "Note" })
  await note.fill("to the staff")
  await expect(nora.conversation.getByRole("radiogroup", { name: "Who reads it" })).toContainText(
    "Reply draft",
  )
  await note.press("Alt+n")
  await expect(nora.reply).toHaveValue("to the visitor")
  await expect(lena.main).not.toContainText("to the staff")
})

test("both_sides_see_how_far_the_other_has_read", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Hello?")
  await nora.accept()
  await nora.write("Good morning")
  await expect(lena.line("Good morning")).toBeVisible()
  await expect(nora.transcript.getByText(/^Read by/)).toBeVisible()
  await expectAccessible(nora.page)
})

test("an_emoji_and_a_colleague_are_put_where_the_cursor_is", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Hello?")
  await nora.accept()
  await nora.reply.fill("Thank you ")
  await nora.button("Insert emoji").click()
  await nora.page.getByRole("textbox", { name: "Search emoji" }).fill("thumbs up")
  await expectAccessible(nora.page)
  await nora.page.keyboard.press("Enter")
  await expect(nora.reply).toHaveValue("Thank you 👍")

  await nora.reply.press("Alt+n")
  const note = nora.conversation.getByRole("textbox", { name: "Note" })
  await note.pressSequentially("ask @hen")
  const people = nora.conversation.getByRole("listbox", { name: "Colleagues" })
  await expect(people.getByRole("option", { name: "Henrik Sørensen" })).toBeVisible()
  await note.press("Enter")
  await expect(note).toHaveValue("ask @Henrik Sørensen ")
})

test("a_colleague_named_in_a_note_is_told", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const henrik = await agent(PEOPLE.henrik)
  const lena = await visitor()
  await lena.write("Hello?")
  await nora.accept()
  await nora.note("@Henrik Sørensen do you know this fault?")
  const told = henrik.page.getByRole("alert").filter({ hasText: "Nora Albrecht named you in a note" })
  await expect(told).toBeVisible()
})

test("a_picture_is_shown_before_it_is_sent_and_opens_large", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Hello?")
  await nora.accept()
  const picture = { name: "router.png", mimeType: "image/png", buffer: Buffer.from(DOT, "base64") }
  await nora.attach(picture)
  await expect(nora.conversation.getByRole("list", { name: "Files to send" })).toContainText("router.png")
  await nora.write("Like this")
  await nora.page.getByRole("button", { name: "Open router.png large" }).click()
  await expect(nora.page.getByRole("dialog", { name: "router.png" })).toBeVisible()
  await expectAccessible(nora.page)
})

/** A picture of one dot. */
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

test("whoever_was_away_when_a_note_named_them_finds_it_when_they_come_back", async ({
  agent,
  visitor,
  browserOf,
  server,
}) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("My line is dead")
  await nora.accept()
  await nora.note("@Ines Duarte please look at this one")
  await expect(nora.line("please look at this one")).toBeVisible()

  const ines = await Agent.signIn(await browserOf(), server, PEOPLE.ines)
  const named = ines.inbox.getByRole("region", { name: "Named in notes" })
  await expect(named.getByRole("listitem")).toHaveCount(1)
  await expectAccessible(ines.page)
  await ines.page.reload()
  await named.getByRole("button", { name: /^Nora Albrecht named you in a note/ }).click()
  await expect(ines.line("please look at this one")).toBeVisible()
  await expect(named).toHaveCount(0)
  await ines.page.reload()
  await expect(ines.inbox.getByRole("region", { name: "Supervised" })).toBeVisible()
  await expect(named).toHaveCount(0)
})

test("a_read_mark_says_when", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("My line is dead")
  await nora.accept()
  await nora.write("I am looking at it")
  await expect(nora.transcript.getByText(/^Read by .+ \d{2}:\d{2}$/)).toBeVisible()
})
