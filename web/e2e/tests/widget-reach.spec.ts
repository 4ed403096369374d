// Who can use the widget: with the keyboard alone, from the launcher to the survey; at 400 % zoom; in every colour.

import type { Locator, Page } from "@playwright/test"
import { PEOPLE } from "../support/agent.ts"
import { asStaff } from "../support/api.ts"
import { expectAccessible } from "../support/axe.ts"
import { changeDocument } from "../support/document.ts"
import { WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"
import { Visitor } from "../support/visitor.ts"

test("the_keyboard_alone_leads_from_the_launcher_to_the_survey_and_back", async ({
  server,
  agent,
  browserOf,
}) => {
  test.slow()
  await changeDocument(server, { "entry: { pipeline: support }": "entry: { pipeline: invoices }" })
  const priya = await agent(PEOPLE.priya)
  const page = await (await browserOf()).newPage()
  await page.goto(`${server.url}/demo/${WORKSPACE}`)
  const { keyboard } = page
  const launcher = page.getByRole("button", { name: "Chat with us" })
  await tabTo(page, launcher)
  await keyboard.press("Enter")
  const lena = new Visitor(page, page.frameLocator('iframe[title="Chat"]'))
  await expect(lena.message).toBeFocused()
  await keyboard.type("Why is it so much?")
  await keyboard.press("Enter")
  const question = lena.main.getByRole("combobox", { name: "What is it about?" })
  await expect(question).toBeFocused()
  await keyboard.type("An amount")
  await tabTo(page, lena.message)
  await keyboard.press("Enter")
  await priya.accept()
  await expect(lena.heading("Priya is with you")).toBeVisible()
  await keyboard.type("How kind of you")
  await keyboard.press("Enter")
  await expect(lena.line("How kind of you")).toBeVisible()

  await tabTo(page, lena.button("More"))
  await keyboard.press("Enter")
  await expect(lena.button("Turn sounds off")).toBeFocused()
  await keyboard.press("Escape")
  await expect(lena.button("More")).toBeFocused()

  await tabTo(page, lena.button("End chat"))
  await keyboard.press("Enter")
  await tabTo(page, lena.main.getByRole("dialog").getByRole("button", { name: "End chat" }))
  await keyboard.press("Enter")
  const survey = lena.main.getByRole("group", { name: "How was it?" })
  await expect(survey).toBeVisible()
  await tabTo(page, survey.getByRole("radio").first())
  await keyboard.press("ArrowRight")
  await keyboard.press("ArrowRight")
  await expect(survey.getByRole("radio", { name: "3 All right" })).toBeChecked()
  await tabTo(page, lena.button("Send"))
  await keyboard.press("Enter")
  await expect(lena.main.getByText("Thank you for telling us.")).toBeVisible()

  await keyboard.press("Escape")
  await expect(lena.main).toBeHidden()
  await expect(launcher).toBeFocused()
})

test("at_four_hundred_per_cent_nothing_is_lost_and_nothing_scrolls_sideways", async ({
  server,
  agent,
  browserOf,
}) => {
  const priya = await agent(PEOPLE.priya)
  const page = await (await browserOf({ viewport: { width: 320, height: 256 } })).newPage()
  await page.goto(`${server.url}/visit/${WORKSPACE}?pipeline=invoices`)
  const lena = new Visitor(page)
  await reaches(page, lena.main.getByRole("combobox", { name: "What is it about?" }))
  await lena.main.getByRole("combobox", { name: "What is it about?" }).selectOption({ index: 1 })
  await reaches(page, lena.message)
  await lena.write(
    "Why is it so much? Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  )
  await reaches(page, lena.heading(/Finding somebody for you/))
  await priya.accept()
  await priya.write("Let me see.")
  await reaches(page, lena.line("Let me see."))
  await reaches(page, lena.message)
  await lena.button("More").click()
  await reaches(page, lena.button("Download the chat"))
  await page.keyboard.press("Escape")
  await lena.button("End chat").click()
  await lena.main.getByRole("dialog").getByRole("button", { name: "End chat" }).click()
  await reaches(page, lena.main.getByRole("group", { name: "How was it?" }))
  await reaches(page, lena.main.getByRole("textbox", { name: "Anything you would like to add?" }))
  await reaches(page, lena.button("Start a new chat"))
})

for (const colour of ["#ffd400", "#767676", "#ffffff", "#000000", "#e11d48"]) {
  for (const theme of ["light", "dark"]) {
    test(`everything_can_be_read_in_${colour.slice(1)}_${theme}`, async ({ server, agent, visitor }) => {
      await changeDocument(server, { "colour: '#0b6e4f'": `colour: '${colour}'\n  theme: ${theme}` })
      const nora = await agent(PEOPLE.nora)
      const lena = await visitor()
      await expectAccessible(lena.page)
      await lena.write("Hello?")
      await nora.accept()
      await expect(lena.heading("Nora is with you")).toBeVisible()
      await expectAccessible(lena.page)
    })
  }
}

test("in_forced_colours_a_choice_is_told_by_more_than_its_ground", async ({ server, agent, browserOf }) => {
  const priya = await agent(PEOPLE.priya)
  const page = await (await browserOf({ forcedColors: "active", reducedMotion: "reduce" })).newPage()
  await page.goto(`${server.url}/visit/${WORKSPACE}?pipeline=invoices`)
  const lena = new Visitor(page)
  await lena.main.getByRole("combobox", { name: "What is it about?" }).selectOption({ index: 1 })
  await lena.write("Why is it so much?")
  await expect(lena.log.getByText("Why is it so much?").locator("..")).toHaveCSS("border-style", "solid")
  await priya.accept()
  await lena.button("End chat").click()
  await lena.main.getByRole("dialog").getByRole("button", { name: "End chat" }).click()
  await lena.main.getByRole("radio", { name: "5 Very good" }).check()
  await expect(lena.main.getByText("5 Very good")).toHaveCSS("border-width", "3px")
  const moving = await page.evaluate(() => document.getAnimations().length)
  expect(moving).toBe(0)
})

test("a_visitor_reads_that_a_supervisor_looks_on_where_the_workspace_says_so", async ({
  server,
  agent,
  visitor,
}) => {
  await changeDocument(server, {
    "show_queue_names: true": "show_queue_names: true\n  tell_visitor_of_observer: true",
  })
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Hello?")
  await nora.accept()
  await asStaff(server, PEOPLE.ines, api =>
    api.post("conversations/cnv_1/assist", { data: { mode: "observe" } }),
  )
  await expect(lena.main.getByText("A supervisor is reading along.")).toBeVisible()
})

test("a_window_that_changes_its_size_stays_at_the_last_line", async ({ visitor }) => {
  const lena = await visitor({ viewport: { width: 1440, height: 900 } })
  const text = "Nothing on the line, and the lamp of the router is red. ".repeat(3)
  for (let count = 1; count <= 8; count++) await lena.write(`${count}: ${text}`)
  const end = () => lena.log.evaluate(log => log.scrollHeight - log.scrollTop - log.clientHeight)
  for (const [width, height] of [
    [1280, 720],
    [390, 844],
    [1440, 900],
    [390, 600],
  ] as const) {
    await lena.page.setViewportSize({ width, height })
    await lena.page.screenshot()
    await expect.poll(end).toBeLessThan(2)
  }
  // What a browser does while it changes the size: it scrolls by itself, and says so before the new size is told.
  await lena.log.evaluate(log => {
    log.style.maxHeight = `${log.clientHeight - 80}px`
    log.scrollTop -= 400
  })
  await expect.poll(end).toBeLessThan(2)
  await lena.log.evaluate(log => {
    log.scrollTop -= 400
  })
  await expect.poll(end).toBeGreaterThan(300)
  await lena.page.setViewportSize({ width: 420, height: 640 })
  await expect.poll(end).toBeGreaterThan(100)
})

test("what_an_agent_looks_at_is_said_to_be_read_and_what_they_do_not_is_not", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Hello?")
  await nora.accept()
  await expect(lena.log.getByText(/· Read$/)).toHaveCount(1)
  // Nora turns to another page: what comes now is on nobody's screen.
  await nora.page.getByRole("link", { name: "Search" }).click()
  await lena.write("One more thing")
  await expect(lena.log.getByText("One more thing")).toBeVisible()
  await nora.page.goBack()
  await expect(lena.log.locator(".group", { hasText: "One more thing" }).getByText(/· Read$/)).toHaveCount(1)
  await expect(lena.log.getByText(/· Read$/)).toHaveCount(1)
  await lena.page.reload()
  await expect(lena.log.getByText(/· Read$/)).toHaveCount(1)
})

/** It can be brought into sight whole as far as the window allows, and nothing hangs out at the side. */
async function reaches(page: Page, wanted: Locator): Promise<void> {
  await wanted.scrollIntoViewIfNeeded()
  await expect(wanted).toBeInViewport()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(320)
}

/** Presses Tab until something has the focus: it can be reached by keyboard, and nothing on the way is a trap. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    if (await wanted.evaluate(element => element.ownerDocument.hasFocus() && element.matches(":focus")))
      return
    await page.keyboard.press("Tab")
  }
  await expect(wanted).toBeFocused()
}
