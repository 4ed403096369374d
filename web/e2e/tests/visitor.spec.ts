// What visitors can rely on by themselves: nothing lost, nothing doubled, everything by keyboard.

import { truncate, writeFile } from "node:fs/promises"
import { PEOPLE } from "../support/agent.ts"
import { changeDocument } from "../support/document.ts"
import { expect, test } from "../support/test.ts"
import { textFile, Visitor } from "../support/visitor.ts"

test("a_message_is_shown_at_once_and_once", async ({ visitor }) => {
  const lena = await visitor()
  await lena.write("Hello?")
  await expect(lena.line("Hello?")).toHaveCount(1)
  await expect(lena.heading(/Finding somebody for you/)).toBeVisible()
  await lena.page.reload()
  await expect(lena.line("Hello?")).toHaveCount(1)
})

test("a_name_given_at_the_start_is_what_agents_read", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.main.getByRole("textbox", { name: "Name (optional)" }).fill("Lena Öztürk")
  await lena.write("Hello?")
  await expect(nora.offers.getByRole("heading", { name: "Lena Öztürk" })).toBeVisible()
})

test("everything_is_done_by_keyboard", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  const { keyboard } = lena.page
  await tabTo(lena, lena.message)
  await keyboard.type("First line")
  await keyboard.press("Shift+Enter")
  await keyboard.type("second line")
  await keyboard.press("Enter")
  await expect(lena.line(/First line\s+second line/)).toBeVisible()
  await nora.accept()
  await expect(lena.heading("Nora is with you")).toBeVisible()

  await tabTo(lena, lena.button("End chat"))
  await keyboard.press("Enter")
  const dialog = lena.page.getByRole("dialog", { name: "End this chat?" })
  await expect(dialog).toBeVisible()
  await keyboard.press("Escape")
  await expect(dialog).toBeHidden()
  await expect(lena.button("End chat")).toBeFocused()
  await keyboard.press("Enter")
  await tabTo(lena, dialog.getByRole("button", { name: "End chat" }))
  await keyboard.press("Enter")

  await expect(lena.heading("This chat has ended")).toBeVisible()
  await tabTo(lena, lena.button("Start a new chat"))
  await keyboard.press("Enter")
  await expect(lena.heading("How can we help?")).toBeVisible()
})

test("two_tabs_show_the_same_conversation", async ({ server, browserOf }) => {
  const browser = await browserOf()
  const first = await Visitor.open(browser, server)
  const second = await Visitor.open(browser, server)
  await first.write("From the first tab")
  await expect(second.line("From the first tab")).toHaveCount(1)
  await second.write("From the second tab")
  await expect(first.line("From the second tab")).toHaveCount(1)
  await expect(second.line("From the second tab")).toHaveCount(1)
})

test("a_file_is_checked_before_it_is_sent", async ({ visitor }, info) => {
  const film = info.outputPath("film.mov")
  await writeFile(film, "")
  await truncate(film, 25 * 1024 * 1024 + 1)
  const lena = await visitor()
  await lena.attach(textFile("empty.txt", ""))
  await expect(lena.main.getByRole("alert")).toContainText("empty.txt is empty")
  await lena.attach(film)
  await expect(lena.main.getByRole("alert")).toContainText("film.mov is larger than")
  await lena.attach(textFile("a.txt", "a"), textFile("b.txt", "b"))
  await lena.button("Remove b.txt").click()
  await expect(lena.main.getByRole("list", { name: "Files to send" }).getByRole("listitem")).toHaveText([
    /a\.txt/,
  ])
})

test("a_picture_is_seen_where_it_was_sent", async ({ visitor }) => {
  const lena = await visitor()
  await lena.attach({ name: "router.png", mimeType: "image/png", buffer: Buffer.from(DOT, "base64") })
  await lena.button("Send").click()
  const picture = lena.log.getByRole("link", { name: /router\.png/ }).locator("img")
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
})

/** A picture of one dot. */
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

test("a_file_may_be_the_first_message_and_a_later_one_may_be_dropped", async ({ visitor }) => {
  const lena = await visitor()
  await lena.attach(textFile("first.txt", "one"))
  await lena.button("Send").click()
  await expect(lena.log.getByRole("link", { name: /first\.txt/ })).toBeVisible()
  await drop(lena, "second.txt", "two")
  await lena.write("And another")
  await expect(lena.log.getByRole("link", { name: /second\.txt/ })).toBeVisible()
})

test("a_message_that_is_too_long_stays_where_it_was_written_and_says_so", async ({ visitor }) => {
  const lena = await visitor()
  await lena.message.fill("x".repeat(8_001))
  await expect(lena.main.getByRole("alert")).toContainText("too long")
  await lena.message.press("Enter")
  await expect(lena.message).not.toHaveValue("")
})

test("a_visitor_whom_nobody_can_take_chooses_to_wait_on_or_to_leave_a_message", async ({
  server,
  visitor,
}) => {
  await changeDocument(server, {
    "strategy: least_loaded\n    sticky: true": "max_wait: 2s\n    sticky: true",
  })
  const lena = await visitor()
  await lena.write("Is anybody there?")
  await expect(lena.heading("Nobody is free at the moment")).toBeVisible()
  await lena.button("Keep waiting").click()
  await expect(lena.heading(/Finding somebody for you/)).toBeVisible()
  await expect(lena.heading("Nobody is free at the moment")).toBeVisible()
  await lena.button("Leave a message").click()
  await lena.main.getByRole("textbox", { name: "Message to leave" }).fill("Please write to me.")
  await lena.button("Send and end the chat").click()
  await expect(lena.heading("Your message is with our team")).toBeVisible()
  await expect(lena.line(/Your message has been kept/)).toBeVisible()
})

test("a_chat_that_has_ended_can_be_read_and_another_started", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("First matter")
  await nora.accept()
  await lena.button("End chat").click()
  await lena.page.getByRole("dialog").getByRole("button", { name: "End chat" }).click()
  await expect(lena.heading("This chat has ended")).toBeVisible()
  await lena.page.reload()
  await expect(lena.line("First matter")).toHaveCount(1)
  await lena.button("Start a new chat").click()
  await lena.write("Second matter")
  await expect(lena.heading(/Finding somebody for you|is with you/)).toBeVisible()
  await expect(lena.line("First matter")).toHaveCount(1)
  await expect(lena.line("Second matter")).toHaveCount(1)
})

test("a_browser_that_forbids_storage_says_so_and_chats_all_the_same", async ({ server, browserOf }) => {
  const browser = await browserOf()
  await browser.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("forbidden", "SecurityError")
      },
    })
  })
  const lena = await Visitor.open(browser, server)
  await expect(lena.main).toContainText("your browser does not allow us to keep the chat")
  await lena.write("Hello?")
  await expect(lena.heading(/Finding somebody for you/)).toBeVisible()
})

test("a_token_that_is_worth_nothing_any_more_begins_anew", async ({ server, browserOf }) => {
  const browser = await browserOf()
  await browser.addInitScript(() => {
    // The script runs in the empty page a tab begins with, too, which has no storage.
    if (location.protocol !== "http:" || localStorage.length > 0) return
    localStorage.setItem("baton.visitor.demo", '{"token":"bvt_stale","conversations":["cnv_1"]}')
  })
  const lena = await Visitor.open(browser, server)
  await expect(lena.heading("How can we help?")).toBeVisible()
  await lena.write("Hello?")
  await expect(lena.heading(/Finding somebody for you/)).toBeVisible()
})

/** Presses Tab until something has the focus: it can be reached by keyboard, and nothing on the way is a trap. */
async function tabTo(visitor: Visitor, wanted: ReturnType<Visitor["button"]>): Promise<void> {
  for (let presses = 0; presses < 20; presses++) {
    if (await wanted.evaluate(element => element === document.activeElement)) return
    await visitor.page.keyboard.press("Tab")
  }
  await expect(wanted).toBeFocused()
}

async function drop(visitor: Visitor, name: string, content: string): Promise<void> {
  const transfer = await visitor.page.evaluateHandle(
    ([name, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], name, { type: "text/plain" }))
      return transfer
    },
    [name, content] as const,
  )
  await visitor.main.dispatchEvent("dragover", { dataTransfer: transfer })
  await expect(visitor.main.getByText("Drop files to attach them")).toBeVisible()
  await visitor.main.dispatchEvent("drop", { dataTransfer: transfer })
}
