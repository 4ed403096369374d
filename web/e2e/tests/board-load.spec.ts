// The board under load: agents who change something all the time, and a page that stays quick. The load is
// `baton bench --board`, which also says what the server spent. With BATON_LONG the size that is promised, with a
// release build in BATON_BIN; otherwise a small one with room for a busy machine.

import { spawn } from "node:child_process"
import { once } from "node:events"
import { writeFile } from "node:fs/promises"
import { createInterface } from "node:readline"
import { fillSignIn } from "../support/agent.ts"
import { executable, target } from "../support/paths.ts"
import { expect, test } from "../support/test.ts"
import { shareWithin, traced } from "../support/trace.ts"

const size = process.env.BATON_LONG
  ? { agents: 500, conversations: 2000, rate: 200, seconds: 60, task_ms: 100, frame_ms: 50, cores: 0.5 }
  : { agents: 100, conversations: 400, rate: 50, seconds: 10, task_ms: 1000, frame_ms: 250, cores: 2 }

/** Time for opening everything, and for a page to be signed in to. */
const SET_UP_MS = 300_000

// Playwright's own trace takes a snapshot of the page at every step, which would be measured with it.
test.use({ trace: "off" })

test("a_board_that_changes_all_the_time_stays_quick_and_costs_little", async ({ browserOf }) => {
  test.setTimeout(SET_UP_MS + 3 * size.seconds * 1000)
  const load = bench()
  const [address, email, password] = (await load.ready).split(" ") as [string, string, string]
  const page = await (await browserOf({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(address)
  await fillSignIn(page, email, password)
  await page.getByRole("link", { name: "Board" }).click()
  const conversations = page.getByRole("region", { name: "Conversations" })
  await conversations.getByText(`All (${size.conversations})`).click()
  await page.getByRole("region", { name: "Agents" }).getByText(/^All/).click()

  const until = Date.now() + size.seconds * 1000
  const { tasks_ms, frames_ms } = await traced(page, `board-${size.conversations}`, async () => {
    await page.waitForFunction(end => Date.now() >= end, until, { timeout: size.seconds * 2000 })
  })
  const { server_cores, changes_per_s } = await load.outcome
  // What is measured next begins on a machine that rests.
  await load.gone
  const figures = {
    changes_per_s,
    server_cores,
    longest_task_ms: tasks_ms[0] ?? 0,
    frames_within: shareWithin(frames_ms, size.frame_ms),
    longest_frame_ms: frames_ms[0] ?? 0,
    frames: frames_ms.length,
  }
  await writeFile(`${target}/board-load.json`, JSON.stringify(figures, null, 2))
  console.log(figures)
  expect(changes_per_s).toBeGreaterThan(size.rate * 0.8)
  expect(figures.longest_task_ms).toBeLessThanOrEqual(size.task_ms)
  expect(figures.frames_within).toBeGreaterThanOrEqual(0.95)
  expect(server_cores).toBeLessThan(size.cores)
})

interface Looked {
  changes_per_s: number
  server_cores: number
}

/** The load with a server of its own: where to look, and in the end what it came to. */
function bench(): { ready: Promise<string>; outcome: Promise<Looked>; gone: Promise<unknown> } {
  const { agents, conversations, rate, seconds } = size
  // Measured for longer than the page is watched, so that it is watched within.
  const flags = { conversations, agents, rate, seconds: seconds + 30 }
  const args = Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, String(value)])
  const child = spawn(executable, ["bench", "--board", "0", "--browser", "--idle", "0", "--json", ...args])
  const said: string[] = []
  createInterface({ input: child.stderr }).on("line", line => said.push(line))
  const lines = createInterface({ input: child.stdout })
  const ended = new Promise<never>((_, reject) => {
    child.on(
      "exit",
      code => code !== 0 && reject(new Error(`the load ended with ${code}\n${said.join("\n")}`)),
    )
  })
  const line = (wanted: (text: string) => boolean) =>
    new Promise<string>(resolve => lines.on("line", text => wanted(text) && resolve(text)))
  const outcome = line(text => text.startsWith("[")).then(text => (JSON.parse(text) as Looked[])[0] as Looked)
  return {
    ready: Promise.race([line(text => text.startsWith("http")), ended]),
    outcome: Promise.race([outcome, ended]),
    gone: once(child, "exit"),
  }
}
