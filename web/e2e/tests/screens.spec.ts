// Pictures of every state, for people to look at: three widths, light and dark, real content, long names,
// right-to-left text, many conversations, none, a lost connection. They land in target/screens/.
// Nothing is compared: a picture is judged by eye, behaviour by the other tests.

import type { Page } from "@playwright/test"
import { Agent, PEOPLE } from "../support/agent.ts"
import { changeDocument } from "../support/document.ts"
import { type Asker, manyAsk } from "../support/many.ts"
import { target } from "../support/paths.ts"
import { WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"
import { textFile } from "../support/visitor.ts"

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]

/** Every page at every size. */
async function shoot(colorScheme: "light" | "dark", name: string, ...pages: Page[]): Promise<void> {
  for (const page of pages) {
    for (const size of SIZES) {
      await page.setViewportSize(size)
      const path = `${target}/screens/${name}-${size.width}-${colorScheme}.png`
      await page.screenshot({ path, animations: "disabled" })
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  }
}

const LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

/** Names as they come: long, short, from right to left, of one word. */
const NAMES = [
  "Wilhelmina Theodora van der Bergen-Østergård",
  "Bo",
  "محمد عبد الرحمن",
  "Ngozi Adeyemi-Okonkwo",
  "李小龙",
]
const QUESTIONS = [
  "My line has been dead since Monday and the router's lamp is red.",
  "Why is the invoice of October twice that of September?",
  "مرحبا، الإنترنت لا يعمل منذ الصباح",
  "Is there a fault in our street?",
  "I would like to move my contract to another address, what do you need from me and how long does it take?",
]
const FIFTY: Asker[] = Array.from({ length: 50 }, (_, at) => ({
  name: `${NAMES[at % NAMES.length]} ${at + 1}`,
  text: QUESTIONS[at % QUESTIONS.length] ?? "",
  attributes: { plan: "Fibre 250 for business, with a fixed address", page: "/help/faults" },
}))

for (const colorScheme of ["light", "dark"] as const) {
  test(`pictures_of_helping_together_${colorScheme}`, async ({ agent, visitor }) => {
    test.slow()
    const nora = await agent(PEOPLE.nora, { colorScheme })
    const lena = await visitor({ colorScheme })
    await lena.write("I was charged twice in October, and I have called three times about it already.")
    await nora.accept()
    const ines = await agent(PEOPLE.ines, { colorScheme })
    const priya = await agent(PEOPLE.priya, { colorScheme })
    await nora.write("I am sorry. Let me get somebody who can put that right at once.")
    await nora.button("Escalate").click()
    const escalate = nora.page.getByRole("dialog", { name: "Escalate conversation" })
    await escalate.getByRole("radio", { name: "A question of money" }).click()
    await expect(escalate.getByRole("status")).toContainText("Choose a reason")
    await shoot(colorScheme, "console-escalate", nora.page)
    await escalate.getByRole("button", { name: "Stop" }).click()
    await nora.button("More actions").click()
    await shoot(colorScheme, "console-more", nora.page)
    await nora.page.getByRole("menuitem", { name: "Invite…" }).click()
    const invite = nora.page.getByRole("dialog", { name: "Invite to the conversation" })
    await invite.getByRole("option", { name: PEOPLE.priya.name, exact: true }).click()
    await shoot(colorScheme, "console-invite", nora.page)
    await invite.getByRole("button", { name: "Invite" }).click()
    await expect(invite).toBeHidden()
    await nora.write("/assist May I pay back forty euros without the form?")
    await expect(nora.conversation.getByRole("region", { name: "Raised hand" })).toBeVisible()
    await shoot(colorScheme, "console-hand-and-invitation", nora.page)
    await priya.accept()
    await priya.write("Hello, I am Priya from billing. I see both charges.")
    await ines.item("Hand raised").getByRole("button").click()
    await ines.button("Take the hand").click()
    await ines.conversation.getByRole("tab", { name: "Whisper" }).click()
    await ines.conversation
      .getByRole("textbox", { name: "Whisper" })
      .fill("Yes, up to fifty. Note the invoice.")
    await ines.conversation.getByRole("textbox", { name: "Whisper" }).press("Enter")
    await shoot(colorScheme, "console-whispering", ines.page)
    await nora.conversation.getByRole("tab", { name: /1 unread/ }).click()
    await expect(nora.conversation.getByRole("log", { name: "Whispers" })).toContainText("up to fifty")
    await shoot(colorScheme, "console-whispered-to", nora.page)
    await nora.conversation.getByRole("tab", { name: "Chat" }).click()
    await shoot(colorScheme, "console-conference", nora.page)
    await expect(lena.heading(/Nora and Priya are with you/)).toBeVisible()
    await nora.page.getByRole("button", { name: "Flow" }).click()
    const flow = nora.page.getByRole("dialog", { name: /^Flow of/ })
    await flow.getByRole("button", { name: "Why?" }).first().click()
    await expect(flow.getByRole("list", { name: "Steps" })).toContainText("Ines Duarte is whispering")
    await shoot(colorScheme, "console-flow", nora.page)
  })

  test(`pictures_of_the_visitors_page_and_the_console_${colorScheme}`, async ({
    server,
    agent,
    visitor,
    browserOf,
  }) => {
    test.slow()
    const stranger = await (await browserOf({ colorScheme })).newPage()
    await stranger.goto(`${server.url}/console/`)
    await expect(stranger.getByRole("heading", { name: "Sign in to Baton" })).toBeVisible()
    await shoot(colorScheme, "console-sign-in", stranger)

    const nora = await agent(PEOPLE.nora, { colorScheme })
    const henrik = await agent(PEOPLE.henrik, { colorScheme })
    await shoot(colorScheme, "console-empty", nora.page)

    const lena = await visitor({ colorScheme })
    await expect(lena.heading("How can we help?")).toBeVisible()
    await shoot(colorScheme, "visitor-start", lena.page)
    await lena.main
      .getByRole("textbox", { name: "Name (optional)" })
      .fill("Wilhelmina Theodora van der Bergen-Østergård")
    await lena.write(
      "Hello. My line has been dead since Monday, the router's lamp is red, and I work from home.",
    )
    await lena.attach(
      textFile("line-test-of-monday-morning-with-a-very-long-name.txt", "no carrier on pair 2"),
    )
    await lena.button("Send").click()
    await expect(lena.log.getByRole("link", { name: /line-test/ })).toBeVisible()
    await shoot(colorScheme, "visitor-waiting", lena.page)
    await expect(nora.offers).toHaveCount(1)
    await shoot(colorScheme, "console-offer", nora.page)
    await nora.read()
    await shoot(colorScheme, "console-offer-read", nora.page)
    await nora.accept()
    await nora.write("Good morning. I am sorry to hear that; let me see what the line says.")
    await lena.write(`مرحبا، شكرا جزيلا على المساعدة! ${LONG_WORD}`)
    await expect(nora.line(/شكرا/)).toBeVisible()
    await nora.note("Sounds annoyed, and rightly so. Third time this year.")
    await shoot(colorScheme, "console-conversation", nora.page)
    const plan = await nora.planTransfer({
      mode: "Warm",
      to: PEOPLE.henrik.name,
      reason: "Fault on the line",
      note: "Dead line since Monday, router tested, test attached. Please check pair 2 and call the street cabinet.",
    })
    await shoot(colorScheme, "console-transfer", nora.page)
    await plan.getByRole("button", { name: "Start transfer" }).click()
    await expect(plan).toBeHidden()
    await shoot(colorScheme, "console-transfer-pending", nora.page)
    await henrik.read()
    await shoot(colorScheme, "console-offer-transfer", henrik.page)
    await henrik.accept()
    await henrik.write("Hello, I am Henrik. I have read the test and see the fault.")
    await expect(lena.line(/see the fault/)).toBeVisible()
    await shoot(colorScheme, "console-introduction", nora.page)
    await shoot(colorScheme, "visitor-introduction", lena.page)
    await nora.button("Complete transfer").click()
    await expect(lena.heading("Henrik is with you")).toBeVisible()
    await shoot(colorScheme, "console-wrap-up", nora.page)
    await shoot(colorScheme, "console-owner", henrik.page)
    await shoot(colorScheme, "visitor-handed-over", lena.page)

    const shop = await lena.page.context().newPage()
    await shop.goto(`${server.url}/demo/${WORKSPACE}`)
    await shop.getByRole("button", { name: "Chat with us" }).click()
    await expect(
      shop.frameLocator('iframe[title="Chat"]').getByRole("heading", { name: "Henrik is with you" }),
    ).toBeVisible()
    await shoot(colorScheme, "shop", shop)

    await server.kill()
    await expect(lena.main.getByText("Connection lost.")).toBeVisible()
    await expect(henrik.page.getByRole("status", { name: "Connection" })).toContainText("lost")
    await shoot(colorScheme, "visitor-lost", lena.page)
    await shoot(colorScheme, "console-lost", henrik.page)
    await server.startAgain()
    await expect(lena.main.getByText("Connection lost.")).toBeHidden()
    await lena.button("End chat").click()
    await shoot(colorScheme, "visitor-ending", lena.page)
    await lena.page.getByRole("dialog").getByRole("button", { name: "End chat" }).click()
    await expect(lena.heading("This chat has ended")).toBeVisible()
    await shoot(colorScheme, "visitor-closed", lena.page)
  })

  test(`pictures_of_a_desk_with_fifty_conversations_${colorScheme}`, async ({ server, agent, browserOf }) => {
    test.slow()
    await changeDocument(server, {
      "skills: { billing: 1 }\n    capacity: 4": "skills: { billing: 1 }\n    capacity: 40",
      "strategy: least_loaded\n    sticky: true":
        "strategy: least_loaded\n    mode: push_auto_accept\n    sticky: true",
    })
    const nora = await agent(PEOPLE.nora, { colorScheme })
    await manyAsk(server, FIFTY)
    await expect(nora.inbox.getByRole("tab", { name: "Mine 40" })).toBeVisible()
    await nora.item("Bergen-Østergård 1").first().getByRole("button").click()
    await expect(nora.line(/dead since Monday/)).toBeVisible()
    await shoot(colorScheme, "console-fifty", nora.page)
    await nora.reply.fill("/")
    await expect(nora.conversation.getByRole("listbox")).toBeVisible()
    await shoot(colorScheme, "console-slash", nora.page)
    await nora.reply.fill("")
    await nora.page.keyboard.press("Control+k")
    await expect(nora.page.getByRole("dialog").getByRole("option").first()).toBeVisible()
    await shoot(colorScheme, "console-palette", nora.page)
    await nora.page.keyboard.press("Escape")
    await nora.transcript.press("?")
    await expect(nora.page.getByRole("dialog", { name: "Keyboard and commands" })).toBeVisible()
    await shoot(colorScheme, "console-help", nora.page)
    await nora.page.keyboard.press("Escape")
    await nora.page.goto(`${server.url}/console/#/${WORKSPACE}/search`)
    await nora.page.getByRole("searchbox").fill("invoice")
    await expect(nora.page.getByRole("option").first()).toBeVisible()
    await shoot(colorScheme, "console-search", nora.page)
    await nora.page.goto(`${server.url}/console/#/${WORKSPACE}/profile`)
    await expect(nora.page.getByRole("heading", { name: "Profile" })).toBeVisible()
    await shoot(colorScheme, "console-profile", nora.page)
    const ines = await Agent.signIn(await browserOf({ colorScheme }), server, PEOPLE.ines)
    await ines.page.goto(`${server.url}/console/#/${WORKSPACE}/board`)
    await ines.page.getByRole("region", { name: "Conversations" }).getByText("All (50)").click()
    await shoot(colorScheme, "board-fifty", ines.page)
  })
}
