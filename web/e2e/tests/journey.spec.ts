// The main job, whole: a visitor handed from agent to agent, warm and cold, and nobody loses the thread.

import { readFile } from "node:fs/promises"
import { PEOPLE } from "../support/agent.ts"
import { expect, test } from "../support/test.ts"
import { textFile } from "../support/visitor.ts"

const NOTE = "STAFF-ONLY has been without a line since Monday, router is fine"
const ASIDE = "STAFF-ONLY offered a credit note"

test("a_visitor_is_handed_from_agent_to_agent_and_tells_the_story_once", async ({ agent, visitor }) => {
  test.slow()
  const lena = await visitor()
  const nora = await agent(PEOPLE.nora)
  const henrik = await agent(PEOPLE.henrik)
  const jonas = await agent(PEOPLE.jonas)
  const seen = new Set<string>()
  lena.page.on("websocket", socket => socket.on("framereceived", ({ payload }) => seen.add(String(payload))))

  await test.step("the visitor writes and sends a file", async () => {
    await lena.write("My line has been dead since Monday.")
    await expect(lena.heading(/Finding somebody for you/)).toBeVisible()
    await lena.attach(textFile("line-test.txt", "no carrier on pair 2"))
    await lena.write("This is what the test says.")
    await expect(lena.log.getByRole("link", { name: /line-test\.txt/ })).toBeVisible()
  })

  await test.step("level 1 accepts", async () => {
    await nora.accept()
    await expect(nora.line("My line has been dead since Monday.")).toBeVisible()
    await expect(lena.heading("Nora is with you")).toBeVisible()
    await nora.write("I see. Somebody of our technicians should look at this.")
    await nora.note(ASIDE)
    await expect(nora.line(ASIDE)).toBeVisible()
    await expect(lena.line("Somebody of our technicians should look at this.")).toBeVisible()
  })

  await test.step("warm transfer to an agent of level 2, with a note", async () => {
    await nora.transfer({ mode: "Warm", to: PEOPLE.henrik.name, reason: "Fault on the line", note: NOTE })
    const offer = await henrik.read()
    await expect(offer.getByText(NOTE).first()).toBeVisible()
    await expect(henrik.line("My line has been dead since Monday.")).toBeVisible()
    const opened = henrik.page.context().waitForEvent("download")
    await henrik.transcript.getByRole("link", { name: /line-test\.txt/ }).click()
    expect(await readFile(await (await opened).path(), "utf8")).toBe("no carrier on pair 2")
  })

  await test.step("introduction", async () => {
    await henrik.accept()
    await expect(lena.heading("Nora and Henrik are with you")).toBeVisible()
    await expect(lena.line(/Henrik is joining/)).toBeVisible()
    await nora.write("This is Henrik, who knows your line.")
    await henrik.write("Hello, I have read the test.")
    await expect(lena.line("Hello, I have read the test.")).toBeVisible()
  })

  await test.step("completion", async () => {
    await nora.button("Complete transfer").click()
    await expect(lena.heading("Henrik is with you")).toBeVisible()
    await expect(lena.line(/Nora has handed over to Henrik/)).toBeVisible()
  })

  await test.step("reload of all three windows keeps everything", async () => {
    await Promise.all([lena, nora, henrik].map(({ page }) => page.reload()))
    for (const text of ["My line has been dead since Monday.", "Hello, I have read the test."]) {
      await expect(lena.line(text)).toHaveCount(1)
      await expect(henrik.line(text)).toHaveCount(1)
    }
    await expect(lena.heading("Henrik is with you")).toBeVisible()
    await expect(henrik.button("Transfer")).toBeVisible()
  })

  await test.step("cold transfer to a queue; declined, then recalled", async () => {
    await henrik.transfer({ mode: "Cold", to: "Billing specialists", note: NOTE })
    await expect(lena.heading(/Finding somebody for you/)).toBeVisible()
    await jonas.offers.first().getByRole("button", { name: "Decline" }).click()
    await expect(jonas.offers).toHaveCount(0)
    await henrik.button("Recall").click()
    await expect(lena.heading("Henrik is with you")).toBeVisible()
  })

  await test.step("cold transfer to a queue; accepted by somebody who has not declined it", async () => {
    const priya = await agent(PEOPLE.priya)
    await henrik.transfer({ mode: "Cold", to: "Billing", note: NOTE })
    await priya.accept()
    // A long transcript is drawn only where one looks.
    await priya.transcript.press("Home")
    await expect(priya.line("My line has been dead since Monday.")).toBeVisible()
    await expect(lena.heading("Priya is with you")).toBeVisible()
    await priya.write("I have taken over and read everything.")
    await expect(lena.line("I have taken over and read everything.")).toBeVisible()
  })

  await test.step("the visitor saw who joined and left, and nothing of the staff", async () => {
    for (const news of [
      /Nora is joining/,
      /Henrik is joining/,
      /Nora has handed over to Henrik/,
      /Priya is joining/,
    ]) {
      await expect(lena.line(news)).not.toHaveCount(0)
    }
    await expect(lena.main).not.toContainText("STAFF-ONLY")
    expect([...seen].filter(frame => frame.includes("STAFF-ONLY"))).toEqual([])
  })
})
