// What the pictures with axes have in common: the series of a report in colours of the theme, its rows as points,
// and how an axis is written.

import { t } from "@lingui/core/macro"
import type { ColumnAbout, Names, ReportAbout, Row } from "../contract.ts"
import { nameOfRow, shown } from "../shown.ts"

/** In this order; each is told from its neighbours in light and dark, and never stands without its name. */
const COLOURS = ["teal-fill", "amber-fill", "line-strong", "violet-fill", "red-fill", "teal-text", "muted"]

export const colour = (at: number): string => `var(--b-${COLOURS[at % COLOURS.length]})`

/** The words of a point on the axis. */
export const LABEL = "label"

export function columnOf(about: ReportAbout, key: string | undefined): ColumnAbout | undefined {
  return about.columns.find(column => column.key === key)
}

export function seriesOf(about: ReportAbout) {
  return about.chart.series.map((key, at) => ({
    name: key,
    label: columnOf(about, key)?.title ?? key,
    color: colour(at),
  }))
}

/** Each row with the words of its place and the figures of its series. */
export function pointsOf(about: ReportAbout, rows: readonly Row[], names: Names) {
  return rows.map(row => {
    const figures = about.chart.series.map(key => [key, row[key]])
    return { [LABEL]: nameOfRow(about.columns, row, names), ...Object.fromEntries(figures) }
  })
}

/** Writes figures as the first series has them; a picture has one axis. */
export function writerOf(about: ReportAbout): (value: number) => string {
  const unit = columnOf(about, about.chart.series[0])?.unit ?? "number"
  return value => shown(unit, value)
}

/** As an image is called. */
export const nameOfPicture = ({ title }: ReportAbout): string =>
  t`Picture: ${title}. The table below says the same.`

/** Makes the drawing one image with a name; the arrow keys walk through its points. */
export const asImage = (about: ReportAbout) => ({ role: "img", "aria-label": nameOfPicture(about) })

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
