// What the pictures with axes have in common: the series of a report in colours of the theme, its rows as points,
// and how an axis is written.

import { seriesColour } from "@baton/tokens"
import { t } from "@lingui/core/macro"
import type { ColumnAbout, ReportAbout } from "../contract.ts"
import { nameOfRow, shown } from "../shown.ts"
import type { ChartProps } from "./chart.tsx"

/** The words of a point on the axis. */
export const LABEL = "label"

export function columnOf(about: ReportAbout, key: string | undefined): ColumnAbout | undefined {
  return about.columns.find(column => column.key === key)
}

export interface Series {
  name: string
  label: string
  color: string
  /** Of the period before. */
  past: boolean
}

/** Those of the present period, and after them those of the one before, where the rows are compared. */
export function seriesOf({ about, earlier }: Pick<ChartProps, "about" | "earlier">): Series[] {
  const present = about.chart.series.map((key, at) => ({
    name: key,
    label: columnOf(about, key)?.title ?? key,
    color: seriesColour(at),
    past: false,
  }))
  if (!earlier) return present
  const before = present.map(({ name, label, color }) => ({
    name: pastOf(name),
    label: t`${label}, period before`,
    color: `color-mix(in srgb, ${color} 45%, var(--b-surface))`,
    past: true,
  }))
  return [...present, ...before]
}

/** Where a point has the figure of the period before. */
const pastOf = (key: string): string => `${key}:before`

/** Each row with the words of its place and the figures of its series. */
export function pointsOf({ about, rows, names, earlier }: ChartProps) {
  return rows.map(row => {
    const figures = about.chart.series.flatMap(key => [
      [key, row[key]],
      [pastOf(key), earlier?.get(row)?.[key]],
    ])
    return { [LABEL]: nameOfRow(about.columns, row, names), ...Object.fromEntries(figures) }
  })
}

/** Writes figures as the first series has them; a picture has one axis. */
export function writerOf(about: ReportAbout): (value: number) => string {
  const unit = columnOf(about, about.chart.series[0])?.unit ?? "number"
  return value => shown(unit, value)
}

/** An axis of counts has no halves; one of shares ends at the next ten percent, however small they are. */
export function axisOf(about: ReportAbout) {
  const unit = columnOf(about, about.chart.series[0])?.unit
  if (unit === "count") return { allowDecimals: false }
  if (unit !== "share") return {}
  const end = (most: number) => Math.min(1, Math.max(0.1, Math.ceil(most * 10) / 10))
  return { domain: [0, end] as [number, (most: number) => number] }
}

/** As an image is called. */
export const nameOfPicture = ({
  about: { title },
  earlier,
}: Pick<ChartProps, "about" | "earlier">): string =>
  earlier
    ? t`Picture: ${title}, beside the period before. The table below says the same.`
    : t`Picture: ${title}. The table below says the same.`

/** Makes the drawing one image with a name; the arrow keys walk through its points. */
export const asImage = (props: Pick<ChartProps, "about" | "earlier">) => ({
  role: "img",
  "aria-label": nameOfPicture(props),
})

/** What every picture with axes has. */
export const AXES = {
  dataKey: LABEL,
  textColor: "var(--b-muted)",
  gridColor: "var(--b-line)",
} as const

/** In the order of the series. */
export const LEGEND = { itemSorter: null } as const

/** So that a long name leaves room for what it is the name of. */
export const short = (name: string, most = 24): string =>
  name.length > most ? `${name.slice(0, most - 1)}…` : name
