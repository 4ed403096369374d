// What Chromium's own trace says of a page while something happens: how long its main thread was busy at a stretch,
// and how far apart its frames came. The trace is kept in target/traces/, for about://tracing and Perfetto.

import { mkdir, writeFile } from "node:fs/promises"
import { promisify } from "node:util"
import { gzip } from "node:zlib"
import type { CDPSession, Page } from "@playwright/test"
import { target } from "./paths.ts"

export interface Traced {
  /** Stretches of work of the main thread, longest first, ms. */
  tasks_ms: number[]
  /** Distances between frames, longest first, ms. */
  frames_ms: number[]
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** µs */
  ts: number
  /** µs */
  dur?: number
  args?: { name?: string }
}

const CATEGORIES = ["toplevel", "devtools.timeline", "__metadata"]
/** One of a page's own; without one a page at rest draws nothing. */
const FRAME = "FireAnimationFrame"

/** Records a trace of the page for as long as the work takes, and keeps it under a name. */
export async function traced(page: Page, name: string, work: () => Promise<void>): Promise<Traced> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) if (isWanted(event)) events.push(event)
  })
  const stop = await askForFrames(page)
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: CATEGORIES },
  })
  await work()
  await end(session)
  await stop()
  await session.detach()
  await mkdir(`${target}/traces`, { recursive: true })
  const kept = await promisify(gzip)(JSON.stringify({ traceEvents: events }))
  await writeFile(`${target}/traces/${name}.json.gz`, kept)
  const main = mainThread(events)
  return {
    tasks_ms: longestFirst(main.filter(isTask).map(({ dur = 0 }) => dur / 1000)),
    frames_ms: gaps(main),
  }
}

/** The share of values up to a bound, 0 to 1. */
export const shareWithin = (values: readonly number[], bound: number): number =>
  values.filter(value => value <= bound).length / Math.max(1, values.length)

const isTask = (event: TraceEvent) => event.ph === "X" && event.name.endsWith("RunTask")
const isWanted = (event: TraceEvent) =>
  event.name === FRAME || event.name === "thread_name" || event.name === "process_name" || isTask(event)
const longestFirst = (values: number[]) => values.sort((one, other) => other - one)

async function end(session: CDPSession): Promise<void> {
  const complete = new Promise<void>(resolve => session.once("Tracing.tracingComplete", () => resolve()))
  await session.send("Tracing.end")
  await complete
}

/** Of the renderer that was busiest: the page's own; other windows rest meanwhile. */
function mainThread(events: readonly TraceEvent[]): TraceEvent[] {
  const threads = events
    .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
    .map(({ pid, tid }) => events.filter(event => event.pid === pid && event.tid === tid))
  const busy = (thread: readonly TraceEvent[]) => thread.reduce((all, { dur = 0 }) => all + dur, 0)
  const busiest = threads.sort((one, other) => busy(other) - busy(one))[0]
  if (!busiest?.some(isTask)) throw new Error("the trace has no main thread")
  return busiest
}

/** Callbacks of one frame come together: less than this apart they are of the same. */
const SAME_FRAME_MS = 2

function gaps(main: readonly TraceEvent[]): number[] {
  const times = main.filter(({ name }) => name === FRAME).map(({ ts }) => ts / 1000)
  const apart = times.sort((one, other) => one - other).map((at, index) => at - (times[index - 1] ?? at))
  return longestFirst(apart.slice(1).filter(gap => gap > SAME_FRAME_MS))
}

/** Has the page draw every frame it can from here on; the answer stops it. */
async function askForFrames(page: Page): Promise<() => Promise<void>> {
  const asking = await page.evaluateHandle(() => {
    let handle = requestAnimationFrame(function tick() {
      handle = requestAnimationFrame(tick)
    })
    return { stop: () => cancelAnimationFrame(handle) }
  })
  return async () => {
    await asking.evaluate(({ stop }) => stop())
    await asking.dispose()
  }
}
