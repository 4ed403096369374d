// Reports: from the gallery to a figure, from a figure to the flow of a conversation, and out as files that are
// read again.

import type { Page } from "@playwright/test"
import { Agent, PEOPLE } from "../support/agent.ts"
import { asStaff } from "../support/api.ts"
import { expectAccessible } from "../support/axe.ts"
import { changeDocument } from "../support/document.ts"
import { bytesOf, keptTranscript, readCsv, readXlsx } from "../support/files.ts"
import { target } from "../support/paths.ts"
import { escalated, handled } from "../support/reports.ts"
import { type Server, WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]

interface ReportAbout {
  name: string
  title: string
  question: string
  drill_down: boolean
}

const reportsOf = (server: Server): Promise<ReportAbout[]> =>
  asStaff(server, PEOPLE.ines, async api => {
    const { reports } = (await (await api.get("reports")).json()) as { reports: ReportAbout[] }
    return reports
  })

const addressOf = (server: Server, place: string) => `${server.url}/console/#/${WORKSPACE}/reports/${place}`

const rowOf = (page: Page, name: string | RegExp) =>
  page.getByRole("region", { name: "Rows" }).getByRole("row", { name })

test("from_the_gallery_over_a_filter_down_to_the_flow_of_a_conversation", async ({ agent, visitor }) => {
  test.slow()
  const nora = await agent(PEOPLE.nora)
  const henrik = await agent(PEOPLE.henrik)
  await handled(nora, await visitor(), "How do I read my bill?")
  await escalated(nora, henrik, await visitor(), "My line is dead")

  const { page } = await agent(PEOPLE.ines)
  await page.getByRole("link", { name: "Reports" }).click()
  const gallery = page.getByRole("main", { name: "Reports" })
  await gallery.getByRole("searchbox", { name: "Find a report" }).fill("escalated by agent")
  await gallery.getByRole("link", { name: /^Tier 1 Chats Handled vs Escalated by Agent/ }).click()
  const row = rowOf(page, /Nora Albrecht/)
  await expect(row.getByRole("cell")).toContainText(["Nora Albrecht", "1", "1"])

  // A filter is a step in the address: a reload keeps it and the back button takes it away.
  const filters = page.getByRole("region", { name: "Filters" })
  await filters.getByRole("combobox", { name: "Tier" }).click()
  await page.getByRole("option", { name: "2", exact: true }).click()
  await expect(
    page.getByRole("heading", { name: "Tier 2 Chats Handled vs Escalated by Agent" }),
  ).toBeVisible()
  await expect(rowOf(page, /Henrik Sørensen/)).toBeVisible()
  await expect(page).toHaveURL(/tier=2/)
  await page.reload()
  await expect(rowOf(page, /Henrik Sørensen/)).toBeVisible()
  await expect(row).toHaveCount(0)
  await page.goBack()
  await expect(row).toBeVisible()
  await expect(page).not.toHaveURL(/tier=2/)

  await row.getByRole("link", { name: "Nora Albrecht" }).click()
  const behind = page.getByRole("main", { name: "Conversations behind the figures" })
  await expect(behind.getByRole("heading", { name: /Nora Albrecht/ })).toBeVisible()
  const items = behind.getByRole("region", { name: "Conversations" }).getByRole("listitem")
  await expect(items).toHaveCount(2)
  await items.filter({ hasText: "Henrik Sørensen" }).getByRole("button").click()
  const preview = behind.getByRole("region", { name: "Preview" })
  await expect(preview.getByRole("log", { name: "Transcript" })).toContainText("My line is dead")
  await preview.getByRole("tab", { name: "Metadata" }).click()
  await expect(preview.getByRole("tabpanel")).toContainText("Technical support")
  await preview.getByRole("button", { name: "Flow" }).click()
  await expect(page.getByRole("dialog", { name: /^Flow of/ })).toContainText("escalated")
  await page.keyboard.press("Escape")
  await behind.getByRole("link", { name: /^Tier 1 Chats Handled vs Escalated by Agent/ }).click()
  await expect(row).toBeVisible()
})

test("the_reports_that_everybody_asks_for_first_stand_first_and_are_there_for_every_tier", async ({
  agent,
  server,
}) => {
  const { page } = await agent(PEOPLE.ines)
  await page.getByRole("link", { name: "Reports" }).click()
  const tiers = page.getByRole("region", { name: "Support levels" })
  for (const title of [
    "Level 1 Escalated Chats",
    "Level 1 Chats Handled vs Escalated Over Time",
    "Tier 1 Chats Handled vs Escalated by Agent",
  ]) {
    await expect(tiers.getByRole("link", { name: new RegExp(`^${title}`) })).toBeVisible()
  }
  await tiers.getByRole("link", { name: "Tier 3: Level 3 Escalated Chats" }).click()
  await expect(page.getByRole("heading", { name: "Level 3 Escalated Chats" })).toBeVisible()
  await expect(page.getByRole("combobox", { name: "Tier" })).toHaveValue("3")

  // What there is to choose from is the workspace's; what was there once can be asked for all the same.
  await page.goto(addressOf(server, "transfer-matrix"))
  const reason = page.getByRole("combobox", { name: "Reason" })
  await reason.click()
  await page.getByRole("option", { name: "Fault on the line" }).click()
  await expect(page).toHaveURL(/reason=line_fault/)
  await reason.fill("gone_since")
  await page.getByRole("option", { name: "gone_since" }).click()
  await expect(page).toHaveURL(/reason=gone_since/)
})

test("a_report_is_exported_as_it_stands_and_read_again", async ({ agent, visitor, server }) => {
  const nora = await agent(PEOPLE.nora)
  await handled(nora, await visitor(), "How do I read my bill?")
  const { page } = await agent(PEOPLE.ines)
  await page.goto(addressOf(server, "tier-by-agent"))
  await expect(rowOf(page, /Nora Albrecht/)).toBeVisible()
  const exported = async (format: string) => {
    const download = page.waitForEvent("download")
    await page.getByRole("link", { name: `Export as ${format}` }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(new RegExp(`tier-by-agent.*\\.${format.toLowerCase()}$`))
    return bytesOf(file)
  }
  const rows = [["nora", "1", "0", "1"]]
  const keys = ["agent", "handled_legs", "escalated_legs", "legs"]
  expect(readCsv(await exported("CSV"))).toEqual([keys, ...rows])
  expect(readXlsx(await exported("XLSX"))).toEqual([
    ["Agent", "Handled legs", "Escalated legs", "Legs"],
    ...rows,
  ])
  expect(JSON.parse(Buffer.from(await exported("JSON")).toString("utf8"))).toMatchObject({
    report: "tier-by-agent",
    filters: { tier: 1 },
    totals: { handled_legs: 1, escalated_legs: 0 },
    rows: [{ agent: "nora", handled_legs: 1, escalated_legs: 0, legs: 1 }],
  })
})

test("a_conversation_is_kept_as_colleagues_read_it_and_as_its_visitor_does", async ({
  agent,
  visitor,
  server,
}) => {
  const nora = await agent(PEOPLE.nora)
  const henrik = await agent(PEOPLE.henrik)
  await escalated(nora, henrik, await visitor(), "My line is dead")
  const { page } = await agent(PEOPLE.ines)
  await page.goto(addressOf(server, "tier-by-agent/conversations?row.agent=nora"))
  const preview = page.getByRole("region", { name: "Preview" })
  const kept = (item: string) => keptTranscript(preview, item)
  const internal = await kept("Text, with notes")
  expect(internal).toContain("My line is dead")
  expect(internal).toContain("cable is fine")
  const visitors = await kept("Text, the visitor's")
  expect(visitors).toContain("My line is dead")
  expect(visitors).not.toContain("cable is fine")
  const { lines } = JSON.parse(await kept("Data (JSON), with notes")) as { lines: { text?: string }[] }
  expect(lines.map(line => line.text)).toContain("My line is dead")
  const data = await kept("Data (JSON), the visitor's")
  expect(data).not.toContain("cable is fine")

  await preview.getByRole("button", { name: "Keep the transcript" }).click()
  const opened = page.context().waitForEvent("page")
  await page.getByRole("menuitem", { name: "Page to print, the visitor's" }).click()
  const paper = await opened
  await expect(paper.getByText("My line is dead")).toBeVisible()
  await expect(paper.getByText("cable is fine")).toHaveCount(0)
})

test("a_running_conversation_is_kept_by_whoever_is_in_it", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("My line is dead")
  await nora.accept()
  await nora.note("Sounds annoyed")
  const details = nora.page.getByRole("region", { name: "Details" })
  const internal = await keptTranscript(details, "Text, with notes")
  expect(internal).toContain("My line is dead")
  expect(internal).toContain("Sounds annoyed")
  const visitors = await keptTranscript(details, "Text, the visitor's")
  expect(visitors).toContain("My line is dead")
  expect(visitors).not.toContain("Sounds annoyed")
})

test("a_report_is_kept_with_its_filters_and_compared_with_the_period_before", async ({
  agent,
  visitor,
  server,
}) => {
  const nora = await agent(PEOPLE.nora)
  await handled(nora, await visitor(), "How do I read my bill?")
  const { page } = await agent(PEOPLE.ines)
  await page.goto(addressOf(server, "tier-handled-vs-escalated"))
  const filters = page.getByRole("region", { name: "Filters" })
  await expect(filters.getByRole("switch", { name: "Compare with the period before" })).toBeDisabled()
  await filters.getByRole("combobox", { name: "Period" }).click()
  await page.getByRole("option", { name: "Last 7 days" }).click()
  await filters.getByRole("switch", { name: "Compare with the period before" }).click()
  await expect(page).toHaveURL(/compare=true/)
  await expect(page.getByRole("main").getByText("from 0").first()).toBeVisible()
  const picture = page.getByRole("img", { name: /beside the period before/ })
  await expect(picture).toBeVisible()
  await expect(page.getByRole("figure")).toContainText("Handled, period before")

  await page.getByRole("button", { name: "Save", exact: true }).click()
  await page.getByRole("textbox", { name: "Name" }).fill("My week")
  await page.getByRole("button", { name: "Save the report" }).click()
  await page.getByRole("link", { name: "All reports" }).click()
  await page.getByRole("link", { name: /^My week/ }).click()
  await expect(page).toHaveURL(/tier-handled-vs-escalated\?.*from=/)
  await expect(filters.getByRole("combobox", { name: "Period" })).toHaveValue("Last 7 days")
  await page.goBack()
  await page.getByRole("button", { name: "Delete My week" }).click()
  await expect(page.getByRole("link", { name: /^My week/ })).toHaveCount(0)
})

test("pictures_of_who_passed_on_to_whom_and_of_chains_draw_the_period_before", async ({
  agent,
  visitor,
  server,
}) => {
  const nora = await agent(PEOPLE.nora)
  const henrik = await agent(PEOPLE.henrik)
  await escalated(nora, henrik, await visitor(), "My line is dead")
  const { page } = await agent(PEOPLE.ines)
  const compared = async (report: string) => {
    await page.goto(addressOf(server, report))
    const filters = page.getByRole("region", { name: "Filters" })
    await filters.getByRole("combobox", { name: "Period" }).click()
    await page.getByRole("option", { name: "Last 7 days" }).click()
    await filters.getByRole("switch", { name: "Compare with the period before" }).click()
  }
  await compared("transfer-matrix")
  const cell = page.getByRole("link", {
    name: "1 from Front desk to Technical support, 0 in the period before",
  })
  await expect(cell).toContainText("+1")
  await page.getByRole("tab", { name: "Streams" }).click()
  await expect(page.getByRole("region", { name: "This period" }).getByRole("img")).toBeVisible()
  await expect(page.getByRole("region", { name: "Period before" })).toContainText("Nothing to count")

  await compared("worst-chains")
  await expect(page.getByRole("list", { name: "Paths, worst first" }).getByRole("listitem")).toHaveCount(1)
  await expect(page.getByRole("heading", { name: "Period before" })).toBeVisible()
  await expectAccessible(page)
})

test("a_report_that_is_not_there_or_cannot_be_filtered_so_says_what_to_do", async ({ agent, server }) => {
  const { page } = await agent(PEOPLE.ines)
  await page.goto(addressOf(server, "no-such-report"))
  await expect(page.getByRole("heading", { name: "No such report" })).toBeVisible()
  await page.getByRole("link", { name: "All reports" }).click()
  await expect(page.getByRole("searchbox", { name: "Find a report" })).toBeVisible()
  await page.goto(addressOf(server, "tier-by-agent?tier=many"))
  await page.getByRole("heading", { name: "A filter cannot be used" }).waitFor()
  await page.getByRole("main").getByRole("button", { name: "Clear all filters" }).last().click()
  await expect(page.getByRole("heading", { name: "Nothing to count" })).toBeVisible()
  await expectAccessible(page)
})

test("an_analyst_sees_how_a_conversation_went_and_not_what_was_said", async ({
  agent,
  visitor,
  browserOf,
  server,
}) => {
  const nora = await agent(PEOPLE.nora)
  const henrik = await agent(PEOPLE.henrik)
  await escalated(nora, henrik, await visitor(), "My line is dead")
  await changeDocument(server, { "supervisor_of: [front_desk, billing, technical]": "roles: [analyst]" })
  const { page } = await Agent.signIn(await browserOf(), server, PEOPLE.ines)
  await page.goto(addressOf(server, "tier-by-agent/conversations?row.agent=nora"))
  const behind = page.getByRole("main", { name: "Conversations behind the figures" })
  await expect(behind.getByRole("region", { name: "Conversations" }).getByRole("listitem")).toContainText(
    "Flow and metadata only",
  )
  const preview = behind.getByRole("region", { name: "Preview" })
  await expect(preview.getByRole("tabpanel")).toContainText("Technical support")
  await expect(preview.getByRole("tab", { name: "Transcript" })).toHaveCount(0)
  await expect(preview.getByRole("button", { name: "Keep the transcript" })).toHaveCount(0)
  await preview.getByRole("button", { name: "Flow" }).click()
  const flow = page.getByRole("dialog", { name: /^Flow of/ })
  await expect(flow.getByRole("list", { name: "Moves" })).toContainText("Escalation from Nora Albrecht")
  await expectAccessible(page)
  await expect(page.getByText(/My line is dead|cable is fine/)).toHaveCount(0)
})

test("agents_are_shown_no_way_to_reports", async ({ agent }) => {
  const { page } = await agent(PEOPLE.nora)
  await expect(page.getByRole("link", { name: "Search" })).toBeVisible()
  await expect(page.getByRole("link", { name: "Reports" })).toHaveCount(0)
})

for (const colorScheme of ["light", "dark"] as const) {
  test(`every_report_is_accessible_and_worth_looking_at_${colorScheme}`, async ({
    agent,
    visitor,
    browserOf,
    server,
  }) => {
    test.setTimeout(300_000)
    const nora = await agent(PEOPLE.nora)
    const henrik = await agent(PEOPLE.henrik)
    await handled(nora, await visitor(), "How do I read my bill?")
    await escalated(nora, henrik, await visitor(), "My line is dead")
    const { page } = await Agent.signIn(await browserOf({ colorScheme }), server, PEOPLE.ines)
    const look = async (place: string) => {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(addressOf(server, place))
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
      await expectAccessible(page)
      for (const size of SIZES) {
        await page.setViewportSize(size)
        const name = place.split("?")[0]?.replaceAll("/", "-") || "gallery"
        const path = `${target}/screens/reports-${name}-${size.width}-${colorScheme}.png`
        await page.screenshot({ path, animations: "disabled" })
      }
    }
    await look("")
    for (const { name, title } of await reportsOf(server)) {
      await look(name)
      await expect(page.getByRole("heading", { name: title.replace("{tier}", "1") })).toBeVisible()
    }
    await look("tier-by-agent/conversations?row.agent=nora")
    const behind = page.getByRole("region", { name: "Conversations" })
    await expect(behind.getByRole("listitem")).toHaveCount(2)
  })
}
