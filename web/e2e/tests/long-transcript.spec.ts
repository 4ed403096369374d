// A transcript of thousands of messages: drawn only where one looks, and quick to scroll while new ones come.
// How quick is measured and held with BATON_LONG=1 only, for a machine that has nothing else to do.

import { request } from "@playwright/test"
import { PEOPLE } from "../support/agent.ts"
import { type Server, WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"
import { traced } from "../support/trace.ts"

const LONG = Boolean(process.env.BATON_LONG)
const MESSAGES = LONG ? 10_000 : 1_000
/** Frames that somebody notices. */
const FRAME_MS = 50
const WORDS = "The line was fine until noon and then the light went red and stayed so ".split(" ")

class WritingVisitor {
  readonly #server: Server
  readonly #token: string
  readonly #conversation: string

  private constructor(server: Server, token: string, conversation: string) {
    this.#server = server
    this.#token = token
    this.#conversation = conversation
  }

  static async open(server: Server): Promise<WritingVisitor> {
    const api = await request.newContext({ baseURL: `${server.url}/api/v1/workspaces/${WORKSPACE}/` })
    const { token } = (await (await api.post("visitors", { data: {} })).json()) as { token: string }
    const opened = await api.post("conversations", {
      headers: { authorization: `Bearer ${token}` },
      data: { message: { text: "My line is dead" } },
    })
    const { answer } = (await opened.json()) as { answer: { conversation: string } }
    await api.dispose()
    return new WritingVisitor(server, token, answer.conversation)
  }

  /** Several requests are under way at a time. */
  async write(count: number, of = "message"): Promise<void> {
    const address = `api/v1/workspaces/${WORKSPACE}/conversations/${this.#conversation}/messages`
    const api = await request.newContext({
      baseURL: this.#server.url,
      extraHTTPHeaders: { authorization: `Bearer ${this.#token}` },
    })
    let next = 1
    const worker = async () => {
      while (next <= count) {
        const number = next++
        const text = `${of} ${number} ${WORDS.slice(0, number % WORDS.length).join(" ")}`
        const answer = await api.post(address, { data: { text } })
        if (!answer.ok()) throw new Error(await answer.text())
      }
    }
    await Promise.all(Array.from({ length: 16 }, worker))
    await api.dispose()
  }
}

// Playwright's own trace takes a snapshot of the page at every step, which would be measured with it.
test.use({ trace: "off" })

test("a_transcript_of_thousands_draws_what_one_looks_at_and_takes_new_messages", async ({
  server,
  agent,
}) => {
  test.setTimeout(LONG ? 600_000 : 90_000)
  const nora = await agent(PEOPLE.nora)
  const writer = await WritingVisitor.open(server)
  await nora.accept()
  await writer.write(MESSAGES)
  await nora.page.reload()
  await expect(nora.line(new RegExp(`^message ${MESSAGES}\\b`)).first()).toBeVisible({ timeout: 60_000 })

  const scroller = nora.transcript
  await scroller.hover()
  const { frames_ms, tasks_ms } = await traced(nora.page, `transcript-${MESSAGES}`, async () => {
    const news = writer.write(60, "news")
    for (let turn = 0; turn < 120; turn += 1) {
      await nora.page.mouse.wheel(0, turn % 40 < 30 ? -900 : 1_500)
    }
    await news
    await scroller.press("End")
    await expect(nora.line(/^news 60\b/)).toBeVisible()
  })
  const drawn = await scroller.locator("[data-index]").count()
  expect(drawn).toBeLessThan(120)
  console.log(
    `${MESSAGES} messages: ${frames_ms.length} frames, longest ${frames_ms[0]?.toFixed(1)} ms; ` +
      `longest task ${tasks_ms[0]?.toFixed(1)} ms; ${drawn} rows drawn`,
  )
  if (LONG) {
    expect(frames_ms[0]).toBeLessThan(FRAME_MS)
    expect(tasks_ms[0]).toBeLessThan(FRAME_MS)
  }
})
