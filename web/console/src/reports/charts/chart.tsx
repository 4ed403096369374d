// The picture of a report, by what the server says suits it. Every picture says less than the table under it: it is
// an image with a name, and what it leaves out is told.

import "@mantine/charts/styles.layer.css"

import { Trans } from "@lingui/react/macro"
import type { ReactNode } from "react"
import type { ChartKind, Names, ReportAbout, Row } from "../contract.ts"
import { Bars } from "./bars.tsx"
import { Calibration } from "./calibration.tsx"
import styles from "./chart.module.css"
import { Intervals } from "./intervals.tsx"
import { Lines } from "./lines.tsx"
import { Matrix } from "./matrix.tsx"
import { Paths } from "./paths.tsx"

export interface ChartProps {
  about: ReportAbout
  rows: readonly Row[]
  names: Names
  /** Their rows of the period before, where that is compared. */
  earlier: ReadonlyMap<Row, Row> | undefined
  /** All rows of that period, for pictures where some have none beside them in the present one. */
  previous: readonly Row[] | undefined
  /** To the conversations of a row, where a report leads on. */
  hrefOf: (row: Row) => string | undefined
  onOpen: (row: Row) => void
}

interface Drawn {
  component: (props: ChartProps) => ReactNode
  /** How many rows fit into it, unless they are stretches of time. */
  most: number
}

const drawn: Record<Exclude<ChartKind, "none">, Drawn> = {
  stacked_bars: { component: Bars, most: 20 },
  bars: { component: Bars, most: 20 },
  chain_lengths: { component: Bars, most: 60 },
  line: { component: Lines, most: 500 },
  intervals: { component: Intervals, most: 25 },
  heat_map: { component: Matrix, most: Number.POSITIVE_INFINITY },
  paths: { component: Paths, most: 20 },
  calibration: { component: Calibration, most: 500 },
}

export default function Chart(props: ChartProps) {
  const { about, rows, previous } = props
  const { kind, x } = about.chart
  if (kind === "none") return null
  const { component: Picture, most } = drawn[kind]
  const timed = about.columns.find(({ key }) => key === x)?.unit === "bucket"
  const shown = timed ? rows : rows.slice(0, most)
  return (
    <figure className={styles.figure}>
      <Picture {...props} rows={shown} previous={previous?.slice(0, most)} />
      {shown.length < rows.length && (
        <figcaption className={styles.note}>
          <Trans>
            The first {shown.length} of {rows.length} are drawn; the table has all.
          </Trans>
        </figcaption>
      )}
    </figure>
  )
}
