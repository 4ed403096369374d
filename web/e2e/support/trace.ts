// What Chromium's own trace says of a page while something happens: how long its main thread was busy at a stretch,
// and how far apart its frames came.

import type { CDPSession, Page } from "@playwright/test"

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
  dur?: number
  args?: { name?: string }
}

const CATEGORIES = ["toplevel", "__metadata"]

/** Records a trace of the page for as long as the work takes. */
export async function traced(page: Page, work: () => Promise<void>): Promise<Traced> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: CATEGORIES },
  })
  const frames = await countFrames(page)
  await work()
  const frames_ms = await frames()
  const tasks_ms = mainThreadTasks(await ended(session, events))
  await session.detach()
  return { tasks_ms, frames_ms }
}

/** The share of values up to a bound, 0 to 1. */
export const shareWithin = (values: readonly number[], bound: number): number =>
  values.filter(value => value <= bound).length / Math.max(1, values.length)

async function ended(session: CDPSession, events: TraceEvent[]): Promise<TraceEvent[]> {
  const complete = new Promise<void>(resolve => session.once("Tracing.tracingComplete", () => resolve()))
  await session.send("Tracing.end")
  await complete
  return events
}

/** Of the renderer that was busiest: the page's own; other windows rest meanwhile. */
function mainThreadTasks(events: readonly TraceEvent[]): number[] {
  const threads = events
    .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
    .map(({ pid, tid }) =>
      events
        .filter(event => event.pid === pid && event.tid === tid && event.name.endsWith("RunTask"))
        .map(({ dur = 0 }) => dur / 1000),
    )
  const sum = (tasks: readonly number[]) => tasks.reduce((all, one) => all + one, 0)
  const busiest = threads.sort((one, other) => sum(other) - sum(one))[0]
  if (!busiest || busiest.length === 0) throw new Error("the trace has no main thread")
  return busiest.sort((one, other) => other - one)
}

/** Counts from here; the answer stops it. */
async function countFrames(page: Page): Promise<() => Promise<number[]>> {
  const counting = await page.evaluateHandle(() => {
    const times: number[] = []
    let handle = requestAnimationFrame(function tick(at) {
      times.push(at)
      handle = requestAnimationFrame(tick)
    })
    return {
      stop: () => {
        cancelAnimationFrame(handle)
        return times.slice(1).map((at, before) => at - (times[before] ?? at))
      },
    }
  })
  return async () => {
    const frames = await counting.evaluate(({ stop }) => stop())
    await counting.dispose()
    return frames.sort((one, other) => other - one)
  }
}
