// Search over the history, and what was before: found as one types, read beside, by keyboard, accessible.

import { PEOPLE } from "../support/agent.ts"
import { expectAccessible } from "../support/axe.ts"
import { WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"

for (const colorScheme of ["light", "dark"] as const) {
  test(`what_was_said_is_found_as_one_types_and_read_beside_${colorScheme}`, async ({ agent, visitor }) => {
    const nora = await agent(PEOPLE.nora, { colorScheme })
    const lena = await visitor()
    await lena.write("My parcel with the Übertopf never arrived")
    await nora.accept()
    await nora.write("I am looking into it")
    await nora.note("Second parcel this week")
    await nora.page.keyboard.press("Control+Shift+F")
    const search = nora.page.getByRole("region", { name: "Search" })
    await expect(search.getByRole("heading", { name: "Find what was said before" })).toBeVisible()
    await expectAccessible(nora.page)

    const field = search.getByRole("searchbox", { name: "Search conversations" })
    await expect(field).toBeFocused()
    await field.fill("ubert")
    const found = search.getByRole("listbox", { name: "Conversations found" })
    await expect(found.getByRole("option")).toHaveCount(1)
    await expect(found.locator("mark")).toHaveText("Übertopf")
    const preview = nora.page.getByRole("region", { name: "Preview" })
    await expect(preview.getByRole("log", { name: "Transcript" })).toContainText("Second parcel this week")
    await expectAccessible(nora.page)

    await field.press("Enter")
    await expect(preview.getByRole("log", { name: "Transcript" })).toBeFocused()
    await preview.getByRole("tab", { name: "Metadata" }).click()
    await expect(preview.getByRole("tabpanel")).toContainText("Nora Albrecht")
    await expectAccessible(nora.page)

    await field.fill("nothing like this")
    await expect(search.getByRole("heading", { name: "Nothing found" })).toBeVisible()
    await expectAccessible(nora.page)
  })
}

test("filters_narrow_and_stand_in_the_address", async ({ agent, visitor, server }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("First question about parcels")
  await nora.accept()
  await nora.page.goto(`${server.url}/console/#/${WORKSPACE}/search`)
  const search = nora.page.getByRole("region", { name: "Search" })
  await search.getByRole("button", { name: "Filters" }).click()
  await search.getByRole("combobox", { name: "State" }).click()
  await nora.page.getByRole("option", { name: "Open" }).click()
  const found = search.getByRole("listbox", { name: "Conversations found" })
  await expect(found.getByRole("option")).toHaveCount(1)
  await nora.page.reload()
  await expect(search.getByRole("button", { name: "1 filter" })).toBeVisible()
  await expect(found.getByRole("option")).toHaveCount(1)
  await search.getByRole("combobox", { name: "State" }).click()
  await nora.page.getByRole("option", { name: "Closed" }).click()
  await expect(search.getByRole("heading", { name: "Nothing found" })).toBeVisible()
})

test("arrow_keys_walk_through_what_was_found", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  for (const text of ["A parcel is lost", "A parcel is broken"]) {
    await (await visitor()).write(text)
    await nora.accept()
  }
  await nora.page.keyboard.press("Control+K")
  await nora.page.getByRole("textbox", { name: "What do you want to do?" }).fill("Go to Search")
  await nora.page.keyboard.press("Enter")
  const field = nora.page.getByRole("searchbox", { name: "Search conversations" })
  await field.fill("parcel")
  const options = nora.page.getByRole("listbox", { name: "Conversations found" }).getByRole("option")
  await expect(options).toHaveCount(2)
  await expect(options.nth(0)).toHaveAttribute("aria-selected", "true")
  await expect(options.nth(0)).toContainText("broken")
  await field.press("ArrowDown")
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true")
  const preview = nora.page.getByRole("region", { name: "Preview" })
  await expect(preview.getByRole("log", { name: "Transcript" })).toContainText("A parcel is lost")
  await preview.getByRole("button", { name: "Open at the desk" }).click()
  await expect(nora.conversation).toBeVisible()
})

test("what_a_visitor_asked_before_is_read_beside_the_conversation", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("The first time I ask")
  await nora.accept()
  await lena.button("End chat").click()
  await lena.page.getByRole("dialog").getByRole("button", { name: "End chat" }).click()
  await lena.button("Start a new chat").click()
  await lena.write("The second time I ask")
  await nora.accept()
  const previous = nora.page.getByRole("region", { name: "Previous conversations" })
  await previous.getByRole("button", { name: /The first time I ask/ }).click()
  const dialog = nora.page.getByRole("dialog", { name: /^Previous conversation/ })
  await expect(dialog.getByRole("log", { name: "Transcript" })).toContainText("The first time I ask")
  await expectAccessible(nora.page)
  await dialog.getByRole("tab", { name: "Metadata" }).click()
  await expect(dialog.getByRole("tabpanel")).toContainText("Closed by the visitor")
  await dialog.getByRole("button", { name: "Flow" }).click()
  await expect(nora.page.getByRole("dialog", { name: /^Flow of/ })).toContainText("closed")
})
