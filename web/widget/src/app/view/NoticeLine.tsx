// One line of news between the messages. Where the conversation changes hands, the picture of it stands beside.

import type { Notice } from "../lines.ts"
import { exactly, time } from "../texts/format.ts"
import { HandoverMark, type Stroke } from "./signs.tsx"

/** How the stroke is drawn: the hand-over is done, under way with both present, or done with both present. */
const STROKES: Record<string, Stroke> = {
  agent_joined: "solid",
  transfer_accepted: "dashed",
  handed_over: "double",
  transfer_returned: "solid",
  agent_back: "solid",
}

export function NoticeLine({ notice, before }: { notice: Notice; before: string | undefined }) {
  const stroke = STROKES[notice.code]
  return (
    <div class={stroke ? "notice moved" : "notice"}>
      {stroke && notice.agent && <HandoverMark from={before} to={notice.agent} kind={stroke} />}
      <p>
        <bdi>{notice.text}</bdi>{" "}
        <time dateTime={new Date(notice.at_ms).toISOString()} title={exactly(notice.at_ms)}>
          {time(notice.at_ms)}
        </time>
      </p>
    </div>
  )
}
