// Canned replies: in the one menu behind the slash, in the words of the conversation, never sent by themselves.

import { PEOPLE } from "../support/agent.ts"
import { expectAccessible } from "../support/axe.ts"
import { expect, test } from "../support/test.ts"

test("a_reply_is_put_into_the_field_to_go_on_from_and_sent_by_a_second_enter", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Hello?")
  await nora.accept()
  const menu = nora.conversation.getByRole("listbox", { name: "Commands" })
  await nora.reply.fill("/hel")
  await expect(menu.getByRole("option")).toHaveText([/\/help/, /\/hello.*Greeting/])
  await expectAccessible(nora.page)
  await nora.reply.fill("/hello")
  await expect(menu.getByRole("option")).toHaveCount(1)
  await nora.reply.press("Enter")
  await expect(nora.reply).toHaveValue(/this is Nora from Northwind Broadband/)
  await expect(lena.main).not.toContainText("Northwind Broadband. What can I do")
  await nora.reply.press("Enter")
  await expect(lena.line(/this is Nora from Northwind Broadband/)).toBeVisible()
})

test("a_reply_is_found_by_its_title_and_stands_in_the_visitors_language", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor({ locale: "de-DE" })
  const message = lena.main.getByRole("textbox", { name: "Ihre Nachricht" })
  await message.fill("Guten Tag")
  await message.press("Enter")
  await nora.accept()
  await nora.reply.fill("/rout")
  const menu = nora.conversation.getByRole("listbox", { name: "Commands" })
  await expect(menu.getByRole("option")).toHaveCount(1)
  await nora.reply.press("ArrowDown")
  await nora.reply.press("Enter")
  await expect(nora.reply).toHaveValue(/^Bitte schalten Sie den Router aus/)
})

test("the_palette_writes_a_reply_and_leads_to_pages_and_conversations", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Hello?")
  await nora.accept()
  await nora.page.keyboard.press("Control+k")
  const palette = nora.page.getByRole("dialog")
  await palette.getByRole("textbox").fill("goodbye")
  await expect(palette.getByRole("option", { name: /Thank you for writing to Northwind/ })).toBeVisible()
  await expectAccessible(nora.page)
  await nora.page.keyboard.press("Enter")
  await expect(nora.reply).toHaveValue(/^Thank you for writing/)
  await nora.page.keyboard.press("Control+k")
  await palette.getByRole("textbox").fill("profile")
  await nora.page.keyboard.press("Enter")
  await expect(nora.page.getByRole("heading", { name: "Profile" })).toBeVisible()
})
