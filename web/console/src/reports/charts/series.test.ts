// What is drawn of a period, and of the one before beside it.

import { expect, test } from "vitest"
import type { ReportAbout, Row } from "../contract.ts"
import { nameOfPicture, pointsOf, seriesOf } from "./series.ts"

const about: ReportAbout = {
  name: "conversations",
  title: "Conversations over time",
  question: "",
  group: "service",
  grain: "",
  filters: [],
  columns: [
    { key: "agent", title: "Agent", definition: "", unit: "agent", role: "dimension" },
    { key: "handled", title: "Handled", definition: "", unit: "count", role: "measure" },
  ],
  chart: { kind: "stacked_bars", x: "agent", series: ["handled"] },
  drill_down: false,
  drill_by: [],
}
const rows: Row[] = [
  { agent: "mara", handled: 3 },
  { agent: "new", handled: 1 },
]
const props = { about, rows, names: {}, previous: undefined, hrefOf: () => undefined, onOpen: () => {} }

test("the_period_before_stands_after_the_present_one_under_a_name_of_its_own", () => {
  const earlier = new Map([[rows[0] as Row, { agent: "mara", handled: 2 }]])
  const [now, then] = seriesOf({ about, earlier })
  expect([now?.label, then?.label]).toEqual(["Handled", "Handled, period before"])
  const points: Record<string, unknown>[] = pointsOf({ ...props, earlier })
  expect(points.map(point => [point[now?.name ?? ""], point[then?.name ?? ""]])).toEqual([
    [3, 2],
    [1, undefined],
  ])
  expect(nameOfPicture({ about, earlier })).toContain("beside the period before")
})

test("nothing_of_it_is_drawn_where_nobody_asked_to_compare", () => {
  expect(seriesOf({ about, earlier: undefined }).map(({ label }) => label)).toEqual(["Handled"])
  expect(nameOfPicture({ about, earlier: undefined })).not.toContain("before")
})
