// The widget and the page around it: look, language, identity, calls and events, a window of its own, a file to keep.

import { createHmac } from "node:crypto"
import { readFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import type {} from "../../widget/public/baton.d.ts"
import { PEOPLE } from "../support/agent.ts"
import { asStaff } from "../support/api.ts"
import { changeDocument } from "../support/document.ts"
import { type Server, WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"
import { Visitor } from "../support/visitor.ts"

const inFrame = (page: Page) => new Visitor(page, page.frameLocator('iframe[title="Chat"]'))

/** What an administrator does once. */
const identitySecret = (server: Server): Promise<string> =>
  asStaff(server, PEOPLE.henrik, async api => {
    const { secret } = (await (await api.post("identity-secret")).json()) as { secret: string }
    return secret
  })

const signed = (secret: string, id: string) => ({
  id,
  hash: createHmac("sha256", secret).update(id).digest("hex"),
})

test("the_widget_wears_the_colour_theme_and_corner_of_its_workspace", async ({ server, browserOf }) => {
  await changeDocument(server, { "colour: '#0b6e4f'": "colour: '#ffd400'\n  theme: dark\n  position: left" })
  const page = await (await browserOf()).newPage()
  await page.goto(`${server.url}/demo/${WORKSPACE}`)
  const launcher = page.getByRole("button", { name: "Chat with us" })
  await expect(launcher).toHaveCSS("background-color", "rgb(255, 212, 0)")
  await expect(launcher).toHaveCSS("color", "rgb(0, 0, 0)")
  expect((await launcher.boundingBox())?.x).toBeLessThan(100)
  await launcher.click()
  const lena = inFrame(page)
  await expect(lena.button("Send")).toHaveCSS("background-color", "rgb(255, 212, 0)")
  await expect(lena.button("Send")).toHaveCSS("color", "rgb(0, 0, 0)")
  await expect(lena.main).toHaveCSS("background-color", "rgb(21, 28, 38)")
})

test("a_german_browser_reads_german_from_the_launcher_to_the_last_notice", async ({
  server,
  agent,
  browserOf,
}) => {
  const nora = await agent(PEOPLE.nora)
  const page = await (await browserOf({ locale: "de-DE" })).newPage()
  await page.goto(`${server.url}/demo/${WORKSPACE}`)
  await page.getByRole("button", { name: "Chat mit uns" }).click()
  const frame = page.frameLocator('iframe[title="Chat"]')
  await expect(frame.locator("html")).toHaveAttribute("lang", "de")
  await expect(frame.locator("html")).toHaveAttribute("dir", "ltr")
  const box = frame.getByRole("textbox", { name: "Ihre Nachricht" })
  await box.fill("Guten Tag")
  await box.press("Enter")
  await expect(frame.getByRole("heading", { name: /Wir suchen jemanden für Sie/ })).toBeVisible()
  await nora.accept()
  await expect(frame.getByRole("heading", { name: "Nora ist für Sie da" })).toBeVisible()
  await frame.getByRole("button", { name: "Beenden", exact: true }).click()
  await frame.getByRole("dialog").getByRole("button", { name: "Chat beenden" }).click()
  await expect(frame.getByRole("heading", { name: "Dieser Chat ist beendet" })).toBeVisible()
})

test("an_identified_visitor_finds_the_conversation_on_another_device", async ({
  server,
  agent,
  browserOf,
}) => {
  const nora = await agent(PEOPLE.nora)
  const lena = { ...signed(await identitySecret(server), "customer-7"), name: "Lena Öztürk" }
  const open = async () => {
    const page = await (await browserOf()).newPage()
    await page.goto(`${server.url}/demo/${WORKSPACE}`)
    await page.evaluate(identity => {
      window.Baton?.push(["identify", identity], ["setAttributes", { plan: "gold" }], ["open"])
    }, lena)
    return inFrame(page)
  }
  const phone = await open()
  await phone.write("My line is dead.")
  await nora.accept()
  await expect(nora.page.getByText("customer-7").first()).toBeVisible()
  await expect(nora.page.getByText("gold").first()).toBeVisible()
  const desk = await open()
  await expect(desk.heading("Nora is with you")).toBeVisible()
  await expect(desk.line("My line is dead.")).toHaveCount(1)
})

test("a_wrong_hash_is_told_to_the_page_and_changes_nothing", async ({ server, browserOf }) => {
  await identitySecret(server)
  const page = await (await browserOf()).newPage()
  await page.goto(`${server.url}/demo/${WORKSPACE}`)
  const refused = page.evaluate(
    identity =>
      new Promise(resolve => {
        window.Baton?.push(["on", "error", problem => resolve(problem)], ["identify", identity], ["open"])
      }),
    signed("a guess", "customer-7"),
  )
  expect(await refused).toEqual({ code: "bad_identity" })
  const lena = inFrame(page)
  await lena.write("Hello?")
  await expect(lena.heading(/Finding somebody for you/)).toBeVisible()
})

test("the_page_hears_what_happens_and_calls_made_early_count", async ({ server, agent, browserOf }) => {
  const nora = await agent(PEOPLE.nora)
  const page = await (await browserOf()).newPage()
  await page.addInitScript(() => {
    if (location.pathname.startsWith("/widget")) return
    const heard: string[] = []
    Object.assign(window, { heard })
    const hear = (name: string) => (detail: unknown) =>
      void heard.push(`${name} ${JSON.stringify(detail) ?? ""}`)
    window.Baton = [
      ["on", "open", hear("open")],
      ["on", "close", hear("close")],
      ["on", "message", hear("message")],
      ["on", "unread", hear("unread")],
      ["on", "conversation", hear("conversation")],
      ["on", "ended", hear("ended")],
      ["open"],
    ]
  })
  await page.goto(`${server.url}/demo/${WORKSPACE}`)
  const lena = inFrame(page)
  await lena.write("Hello?")
  await nora.accept()
  await expect(lena.heading("Nora is with you")).toBeVisible()
  await page.evaluate(() => window.Baton?.push(["close"]))
  await nora.write("Are you there?")
  await expect(page.getByRole("button", { name: "Chat with us, 1 unread" })).toBeVisible()
  await page.evaluate(() => window.Baton?.push(["open"]))
  await lena.button("End chat").click()
  await lena.main
    .page()
    .frameLocator("iframe")
    .getByRole("dialog")
    .getByRole("button", { name: "End chat" })
    .click()
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  await expect.poll(heard).toContain('ended {"conversation":"cnv_1"}')
  expect(await heard()).toEqual([
    "open ",
    'conversation {"conversation":"cnv_1"}',
    "close ",
    'message {"agent":"Nora"}',
    'unread {"count":1}',
    "open ",
    'unread {"count":0}',
    'ended {"conversation":"cnv_1"}',
  ])
})

test("a_window_of_its_own_goes_on_with_the_same_conversation", async ({ server, agent, browserOf }) => {
  const nora = await agent(PEOPLE.nora)
  const context = await browserOf()
  const page = await context.newPage()
  await page.goto(`${server.url}/demo/${WORKSPACE}`)
  await page.getByRole("button", { name: "Chat with us" }).click()
  const lena = inFrame(page)
  await lena.write("From the frame")
  await nora.accept()
  await expect(lena.heading("Nora is with you")).toBeVisible()
  const opened = context.waitForEvent("page")
  await lena.button("More").click()
  await lena.button("Open in a window of its own").click()
  const alone = new Visitor(await opened)
  await expect(alone.heading("Nora is with you")).toBeVisible()
  await expect(alone.line("From the frame")).toHaveCount(1)
  await expect(lena.main).toBeHidden()
  expect(alone.page.url()).not.toContain("bvt_")
  await alone.write("From the window")
  await expect(nora.line("From the window")).toBeVisible()
})

test("the_chat_is_taken_along_as_a_text_without_a_word_of_the_staff", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("The lamp is red.")
  await nora.accept()
  await nora.note("STAFF-ONLY sounds annoyed")
  await nora.write("I see.")
  await expect(lena.line("I see.")).toBeVisible()
  await lena.button("More").click()
  const saved = lena.page.waitForEvent("download")
  await lena.button("Download the chat").click()
  const download = await saved
  expect(download.suggestedFilename()).toMatch(/^chat-\d{4}-\d\d-\d\d\.txt$/)
  const text = await readFile(await download.path(), "utf8")
  expect(text).toMatch(/^Northwind Broadband, \d{4}-\d\d-\d\d \(Europe\/Berlin\)\n/)
  expect(text).toContain("You: The lamp is red.")
  expect(text).toContain("Nora: I see.")
  expect(text).not.toContain("STAFF-ONLY")
})

test("sounds_are_turned_off_for_good", async ({ visitor }) => {
  const lena = await visitor()
  await lena.button("More").press("Enter")
  await expect(lena.button("Turn sounds off")).toBeFocused()
  await lena.page.keyboard.press("Enter")
  await expect(lena.button("More")).toBeFocused()
  await lena.page.reload()
  await lena.button("More").click()
  await expect(lena.button("Turn sounds on")).toBeVisible()
  await lena.page.keyboard.press("Escape")
  await expect(lena.button("Turn sounds on")).toBeHidden()
  await expect(lena.button("More")).toBeFocused()
})
