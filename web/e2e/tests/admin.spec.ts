// Administration: one draft behind forms, picture and YAML; checked, looked at, applied, taken back.

import type { Page } from "@playwright/test"
import { Agent, fillSignIn, PEOPLE } from "../support/agent.ts"
import { expectAccessible } from "../support/axe.ts"
import { changeDocument } from "../support/document.ts"
import { type Server, WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"

/** The administrator's own way to a section. */
async function administration(page: Page, server: Server, section: string): Promise<void> {
  await page.goto(`${server.url}/console/#/${WORKSPACE}/admin/${section}`)
  await expect(page.getByRole("region", { name: "Draft" })).toBeVisible()
}

async function apply(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Apply…" }).click()
  await page.getByRole("button", { name: /^Apply as version/ }).click()
  await expect(page.getByRole("dialog")).toBeHidden()
  await expect(page.getByRole("status").filter({ hasText: /is in force/ })).toBeVisible()
}

const draft = (page: Page) => page.getByRole("region", { name: "Draft" })

test("an_agents_skill_is_changed_looked_at_and_applied", async ({ server, browserOf }) => {
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await page.getByRole("link", { name: "Administration" }).click()
  await page
    .getByRole("navigation", { name: "Agents" })
    .getByRole("link", { name: /Nora Albrecht/ })
    .click()
  const nora = page.getByRole("article", { name: "Nora Albrecht" })
  await nora.getByRole("radiogroup", { name: "Level of Billing and contracts" }).getByText("4").click()
  await expect(draft(page)).toContainText("1 change not applied")

  await page.getByRole("button", { name: "See changes" }).click()
  const dialog = page.getByRole("dialog", { name: "What would change" })
  await expect(dialog).toContainText("agents › nora")
  await expect(dialog).toContainText("skills.billing")
  await dialog.getByText("Side by side").click()
  await expect(dialog.getByRole("textbox", { name: "After" })).toContainText("skills: { billing: 4 }")
  await dialog.getByRole("button", { name: "Apply as version 2" }).click()
  await expect(draft(page)).toContainText("Version 2 is in force")
})

test("a_draft_survives_a_reload_and_is_thrown_away_on_request", async ({ server, browserOf }) => {
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await administration(page, server, "queues/front_desk")
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("The first desk")
  await expect(draft(page)).toContainText("1 change not applied")
  await page.reload()
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("The first desk")
  await page.getByRole("button", { name: "Throw away" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Throw away" }).click()
  await expect(draft(page)).toContainText("Version 1 is in force")
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Front desk")
})

test("the_next_conversation_follows_a_pipeline_changed_in_the_picture", async ({
  server,
  browserOf,
  visitor,
  agent,
}) => {
  const jonas = await agent(PEOPLE.jonas)
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await administration(page, server, "pipelines/support")
  const picture = page.getByRole("application", { name: "Picture of the pipeline" })
  await picture.getByRole("group", { name: "Stage Front desk" }).click()
  const stage = page.getByRole("region", { name: "Stage Front desk" })
  await stage.getByRole("textbox", { name: "Longest wait" }).fill("2s")
  await stage.getByRole("combobox", { name: "After the longest wait" }).click()
  await page.getByRole("option", { name: "Billing specialists" }).first().click()
  await expect(picture).toContainText("after 2s")
  await expect(page.getByRole("list", { name: "Stages" })).toContainText("Billing specialists")
  await apply(page)

  const lena = await visitor()
  await lena.write("My line is dead.")
  await expect(jonas.offers).toHaveCount(1)
})

test("a_way_is_connected_and_taken_out_by_keyboard", async ({ server, browserOf }) => {
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await administration(page, server, "pipelines/support/billing")
  const form = page.getByRole("form", { name: "New way" })
  await form.getByRole("combobox", { name: "When" }).click()
  await page.getByRole("option", { name: "escalation" }).click()
  await form.getByRole("combobox", { name: "To" }).click()
  await page.getByRole("option", { name: "Network engineering" }).click()
  await form.getByRole("textbox", { name: "Label" }).fill("The engineers")
  await form.getByRole("button", { name: "Connect" }).press("Enter")
  const stages = page.getByRole("list", { name: "Stages" })
  await expect(stages).toContainText("escalation: The engineers")
  await expect(draft(page)).toContainText("1 change not applied")
  await stages.getByRole("button", { name: /from Billing specialists to Network engineering/ }).press("Enter")
  await expect(draft(page)).toContainText("Version 1 is in force")
})

test("a_way_is_drawn_from_one_stage_to_another_with_the_mouse", async ({ server, browserOf }) => {
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await administration(page, server, "pipelines/support")
  const stage = (name: string) => page.getByRole("group", { name: `Stage ${name}` })
  const edge = (name: string, side: "source" | "target") => stage(name).locator(`.${side}`)
  await edge("Billing specialists", "source").dragTo(edge("Network engineering", "target"))
  const form = page.getByRole("form", { name: "New way" })
  await expect(form.getByRole("combobox", { name: "From" })).toHaveValue("Billing specialists")
  await expect(form.getByRole("combobox", { name: "To" })).toHaveValue("Network engineering")
  await form.getByRole("combobox", { name: "When" }).click()
  await page.getByRole("option", { name: "escalation" }).click()
  await form.getByRole("textbox", { name: "Label" }).fill("The engineers")
  await form.getByRole("button", { name: "Connect" }).click()
  await expect(page.getByRole("list", { name: "Stages" })).toContainText("escalation: The engineers")
  await expect(draft(page)).toContainText("1 change not applied")
})

test("the_boards_limits_and_the_ways_of_hand_overs_are_set_in_forms", async ({ server, browserOf }) => {
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await administration(page, server, "settings")
  const alerts = page.getByRole("group", { name: "Alerts of the board" })
  await alerts.getByRole("textbox", { name: "Somebody waits longer than" }).fill("2m")
  await alerts.getByRole("textbox", { name: "Passed on so often" }).fill("5")
  const ways = page.getByRole("group", { name: "Ways that hand-overs may go" })
  await expect(ways).toContainText("All of them")
  await ways.getByRole("button", { name: "Add a way" }).click()
  await ways.getByRole("combobox", { name: "Way 1 to" }).click()
  await page.getByRole("option", { name: "Billing specialists" }).click()
  await expect(page.getByRole("button", { name: "3 errors" })).toBeVisible()
  await expectAccessible(page)
  // With this one way alone three escalations of the pipelines lead nowhere: the checker has said so.
  await ways.getByRole("button", { name: "Take out way 1" }).click()
  await expect(ways).toContainText("All of them")
  await apply(page)

  await administration(page, server, "queues/front_desk")
  const own = page.getByRole("group", { name: /Alerts of the board/ })
  await expect(own.getByRole("textbox", { name: "Somebody waits longer than" })).toHaveAttribute(
    "placeholder",
    "2m",
  )
})

test("a_canned_reply_made_here_is_at_hand_behind_the_slash", async ({
  server,
  agent,
  visitor,
  browserOf,
}) => {
  const nora = await agent(PEOPLE.nora)
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await administration(page, server, "canned")
  await page.getByRole("button", { name: "Add a reply" }).click()
  const dialog = page.getByRole("dialog", { name: "Add a reply" })
  await dialog.getByRole("textbox", { name: "Name" }).fill("Outage")
  await dialog.getByRole("button", { name: "Add" }).click()
  const reply = page.getByRole("article", { name: "Outage" })
  await reply.getByRole("textbox", { name: "English" }).fill("There is an outage in your street.")
  await apply(page)

  const lena = await visitor()
  await lena.write("Nothing works")
  await nora.accept()
  await nora.reply.fill("/outa")
  await nora.conversation.getByRole("option", { name: /\/outage/ }).click()
  await expect(nora.reply).toHaveValue("There is an outage in your street.")
})

test("what_the_checker_finds_stands_at_the_field_and_in_a_list_that_leads_there", async ({
  server,
  browserOf,
}) => {
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await administration(page, server, "queues/front_desk")
  await page.getByRole("textbox", { name: "Longest wait" }).fill("10")
  await expect(page.getByRole("article")).toContainText("is written like 30s")
  await expect(page.getByRole("button", { name: "Apply…" })).toBeDisabled()
  await page.getByRole("link", { name: "Widget" }).click()
  await page.getByRole("button", { name: "1 error" }).click()
  await page
    .getByRole("dialog")
    .getByRole("link", { name: /max_wait/ })
    .click()
  await expect(page.getByRole("article", { name: "Front desk" })).toBeVisible()
  await page.getByRole("textbox", { name: "Longest wait" }).fill("10m")
  await expect(draft(page)).toContainText("Nothing found")
})

test("the_yaml_and_the_forms_are_one_draft", async ({ server, browserOf }) => {
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await administration(page, server, "skills/networks")
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Networks and radio")
  await page.getByRole("link", { name: "YAML" }).click()
  const text = page.getByRole("textbox", { name: "The document as YAML" })
  await expect(text).toContainText("networks: { name: Networks and radio }")
  await text.press("Control+f")
  const find = page.getByRole("textbox", { name: "Find" })
  await find.pressSequentially("refund: Refund")
  await find.press("Enter")
  await find.press("Escape")
  await page.keyboard.type("refund: Money back")
  await expect(draft(page)).toContainText("2 changes not applied")
  await page.getByRole("link", { name: "Reasons and tags" }).click()
  await expect(page.getByRole("textbox", { name: "Words for refund" })).toHaveValue("Money back")
})

test("of_two_administrators_the_second_carries_their_changes_over", async ({ server, browserOf }) => {
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await administration(page, server, "teams/billing")
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Invoices and contracts")
  await expect(draft(page)).toContainText("1 change not applied")
  await changeDocument(server, { "name: Front desk }": "name: Reception }" })
  await page.getByRole("button", { name: "Check" }).click()
  await expect(page.getByRole("alert")).toContainText("Version 2 came into force meanwhile")
  await page.getByRole("button", { name: "Carry over" }).click()
  await expect(draft(page)).toContainText("1 change not applied")
  await apply(page)
  await page.getByRole("link", { name: "Teams" }).click()
  const teams = page.getByRole("navigation", { name: "Teams" })
  await expect(teams).toContainText("Reception")
  await expect(teams).toContainText("Invoices and contracts")
})

test("an_earlier_version_is_looked_at_and_brought_back", async ({ server, browserOf }) => {
  await changeDocument(server, { "name: Front desk }": "name: Reception }" })
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await administration(page, server, "history")
  await expect(page.getByRole("region", { name: "Version 2" })).toContainText("Front desk")
  await page
    .getByRole("navigation", { name: "Versions" })
    .getByRole("link", { name: /Version 1/ })
    .click()
  await page.getByRole("button", { name: "Roll back to this" }).click()
  await expect(draft(page)).toContainText("1 change not applied")
  await apply(page)
  await expect(draft(page)).toContainText("Version 3 is in force")
  await page.getByRole("link", { name: "Teams" }).click()
  await expect(page.getByRole("navigation", { name: "Teams" })).toContainText("Front desk")
})

test("a_message_is_read_as_visitors_would_before_it_is_in_force", async ({ server, browserOf }) => {
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await administration(page, server, "messages/queued")
  const english = page.getByRole("textbox", { name: "English" })
  await english.fill("You are number {{ position }}.")
  await expect(page.getByRole("figure", { name: "As read in English" })).toContainText("You are number 3.")
  await english.fill("You are number {{ positon }}.")
  await expect(page.getByRole("main")).toContainText("did you mean `position`?")
})

test("a_token_is_shown_once_and_revoked", async ({ server, browserOf }) => {
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await administration(page, server, "tokens")
  const form = page.getByRole("form", { name: "New token" })
  await form.getByRole("combobox", { name: "Acts as" }).click()
  await page.getByRole("option", { name: "Karl Brandt" }).click()
  await form.getByRole("textbox", { name: "What it is for" }).fill("Night bot")
  await form.getByRole("button", { name: "Make a token" }).click()
  await expect(page.getByRole("textbox", { name: "Token", exact: true })).toHaveValue(/^bat_/)
  await page.getByRole("button", { name: "I have kept it" }).click()
  await page.getByRole("button", { name: "Revoke Night bot" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click()
  await expect(page.getByRole("button", { name: "Revoke Night bot" })).toHaveCount(0)
})

test("somebody_new_signs_in_once_they_are_in_force_and_have_a_password", async ({ server, browserOf }) => {
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await administration(page, server, "agents")
  await page.getByRole("button", { name: "Add an agent" }).click()
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Zoë Novák")
  await page.getByRole("dialog").getByRole("button", { name: "Add" }).click()
  await page.getByRole("textbox", { name: "E-mail" }).fill("zoe@northwind.example")
  await expect(draft(page)).toContainText("Nothing found")
  await apply(page)
  await page.getByRole("link", { name: "Sign-in" }).click()
  await page.getByRole("button", { name: "Let Zoë Novák sign in" }).click()
  const password = await page.getByRole("textbox", { name: "Password" }).inputValue()

  const hers = await (await browserOf()).newPage()
  await hers.goto(`${server.url}/console/`)
  await fillSignIn(hers, "zoe@northwind.example", password)
  await expect(hers.getByRole("region", { name: "Inbox" })).toBeVisible()
})

test("only_administrators_come_in", async ({ server, browserOf }) => {
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.ines)
  await expect(page.getByRole("link", { name: "Administration" })).toHaveCount(0)
  await page.goto(`${server.url}/console/#/${WORKSPACE}/admin/agents`)
  await expect(page.getByRole("heading", { name: "This is for administrators" })).toBeVisible()
})

test("the_widget_is_seen_with_the_drafts_words_before_they_are_in_force", async ({ server, browserOf }) => {
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.henrik)
  await administration(page, server, "widget")
  const frame = page.frameLocator('iframe[title="Preview of the widget"]')
  await expect(frame.getByText("Northwind support")).toBeVisible()
  await page.getByRole("group", { name: "Title" }).getByRole("textbox", { name: "English" }).fill("Ask us")
  await expect(frame.getByText("Ask us", { exact: true })).toBeVisible()
})
