// The streams of whole stories, as the server sends them, give the desks people see. The frames are exported from
// `scenarios/*.story` by the Rust tests; the desks beside them are golden files (`vitest -u` writes them anew).

import { readdirSync, readFileSync } from "node:fs"
import type {
  Frame,
  Snapshot,
  StaffLine,
  StaffObject,
  StaffYou,
  VisitorLine,
  VisitorObject,
  VisitorYou,
} from "@baton/protocol"
import { describe, expect, test } from "vitest"
import { StaffDesk, VisitorDesk } from "./index.ts"

type Received<Y, O, L> = Snapshot<Y, O> | Frame<O, L>
interface Stream<Y, O, L> {
  frames: Received<Y, O, L>[]
  /** What a socket opened after the last frame is told. */
  end: Snapshot<Y, O>
}
type StaffStream = Stream<StaffYou, StaffObject, StaffLine>
type VisitorStream = Stream<VisitorYou, VisitorObject, VisitorLine>

/** What stories put into everything that staff write among themselves. */
const STAFF_MARK = "‡staff‡"

const streams = new URL("../streams/", import.meta.url)
const files = readdirSync(streams, { recursive: true, encoding: "utf8" }).filter(name =>
  name.endsWith(".json"),
)

describe.each(files)("%s", file => {
  const stream = JSON.parse(readFileSync(new URL(file, streams), "utf8")) as StaffStream | VisitorStream
  const name = file.replace(/\.json$/, ".desk")

  test("every frame follows the one before it", () => {
    for (const [at, frame] of stream.frames.entries()) {
      if (frame.type === "frame") expect(frame.after).toBe(stream.frames[at - 1]?.sequence)
    }
  })

  test("the desk after every frame is the expected one", async () => {
    await expect(told(stream)).toMatchFileSnapshot(new URL(name, streams).pathname)
  })

  test("a desk made of frames is the one a new socket is told", () => {
    const [followed, fresh] = ofStaff(stream)
      ? [play(new StaffDesk(), stream.frames), play(new StaffDesk(), [stream.end])]
      : [play(new VisitorDesk(), stream.frames), play(new VisitorDesk(), [stream.end])]
    expect(everything(followed)).toEqual(everything(fresh))
  })
})

test.each(files)("what %s holds for a visitor has no word that the staff wrote among themselves", file => {
  const text = readFileSync(new URL(file, streams), "utf8")
  const stream = JSON.parse(text) as StaffStream | VisitorStream
  if (ofStaff(stream)) expect(stream.frames.length).toBeGreaterThan(1)
  else expect(text).not.toContain(STAFF_MARK)
})

test("there are streams of visitors, agents and supervisors", () => {
  expect(files.length).toBeGreaterThanOrEqual(10)
})

const ofStaff = (stream: StaffStream | VisitorStream): stream is StaffStream => "agent" in stream.end.you

function play<D extends { receive: (frame: never) => void }>(desk: D, frames: readonly unknown[]): D {
  for (const frame of frames) desk.receive(frame as never)
  return desk
}

function everything(desk: StaffDesk | VisitorDesk) {
  const objects =
    desk instanceof StaffDesk
      ? [...desk.all("me"), ...desk.all("offer"), ...desk.all("conversation")]
      : desk.all("visitor_conversation")
  return Object.fromEntries(objects.map(object => [`${object.type} ${object.id}`, object]))
}

/** The desk in words after each frame that changed it, with the lines that came. */
function told(stream: StaffStream | VisitorStream): string {
  return ofStaff(stream)
    ? changes(new StaffDesk(), stream.frames, staffDesk, staffLine)
    : changes(new VisitorDesk(), stream.frames, visitorDesk, visitorLine)
}

function changes<Y, O, L, D extends { receive: (frame: never) => void }>(
  desk: D,
  frames: readonly Received<Y, O, L>[],
  show: (desk: D) => string[],
  line: (line: L) => string,
): string {
  const out: string[] = []
  let before = ""
  for (const frame of frames) {
    desk.receive(frame as never)
    out.push(`── ${frame.sequence}`)
    if (frame.type === "frame") out.push(...frame.lines.map(one => `   ${line(one)}`))
    const now = show(desk).join("\n")
    if (now !== before) out.push(now)
    before = now
  }
  return `${out.join("\n")}\n`
}

const staffDesk = (desk: StaffDesk): string[] => [
  ...desk.all("me").map(me => `me: ${me.status}, ${me.load} of ${me.capacity}`),
  ...desk.all("offer").map(offer => `offer: ${offer.conversation} in ${offer.queue.name}`),
  ...desk.all("conversation").map(one => {
    const who = one.participants.map(({ role, agent }) => `${role} ${agent.name}`).join(", ")
    const can = one.actions.filter(({ off }) => !off).map(({ action }) => action)
    return `${one.id} as ${one.relation}: ${one.status} in ${one.queue.name}; ${who || "nobody"}; ${can.join(" ")}`
  }),
]

const staffLine = (line: StaffLine): string =>
  line.kind === "message"
    ? `${line.author.type === "agent" ? line.author.name : line.author.type} (${line.audience}): ${line.text}`
    : line.text

const visitorDesk = (desk: VisitorDesk): string[] =>
  desk.all("visitor_conversation").map(one => `${one.id}: ${JSON.stringify(one)}`)

const visitorLine = (line: VisitorLine): string => JSON.stringify(line)
