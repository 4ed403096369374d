// Bars: standing over time and lengths, lying beside names. A bar leads to its conversations.

import { BarChart } from "@mantine/charts"
import { useMediaQuery } from "@mantine/hooks"
import styles from "./chart.module.css"
import type { ChartProps } from "./chart.tsx"
import { AXES, asImage, axisOf, columnOf, LEGEND, pointsOf, seriesOf, short, writerOf } from "./series.ts"

/** A lying bar. */
const BAR_PX = 30
/** A line of the legend. */
const LEGEND_LINE_PX = 28
/** Names beside lying bars: how wide, and how many letters of them that is. */
const NAMES = { wide: { px: 230, letters: 34 }, narrow: { px: 124, letters: 16 } }

export function Bars(props: ChartProps) {
  const { about, rows, earlier, onOpen } = props
  const stacked = about.chart.kind === "stacked_bars"
  // Two stacks beside each other: those of the period before are a stack of their own.
  const series = seriesOf(props).map(one => (stacked ? { ...one, stackId: String(one.past) } : one))
  const x = columnOf(about, about.chart.x)
  const lying = x !== undefined && !["bucket", "count", "number", "duration"].includes(x.unit)
  const narrow = useMediaQuery("(max-width: 699px)", false, { getInitialValueInEffect: false })
  const { px, letters } = narrow ? NAMES.narrow : NAMES.wide
  const figures = axisOf(about)
  // On a narrow screen the legend takes a line for every two series.
  const legend = narrow && series.length > 1 ? Math.ceil(series.length / 2) * LEGEND_LINE_PX : 0
  return (
    <BarChart
      {...AXES}
      className={styles.chart}
      h={legend + (lying ? rows.length * BAR_PX * (earlier ? 1.5 : 1) + 72 : 300)}
      data={pointsOf(props)}
      series={series}
      // Its own "stacked" is one stack of all series, whatever stack each says it is of.
      type="default"
      orientation={lying ? "vertical" : "horizontal"}
      gridAxis={lying ? "y" : "x"}
      valueFormatter={writerOf(about)}
      withLegend={series.length > 1}
      legendProps={LEGEND}
      maxBarWidth={lying ? 18 : 48}
      cursorFill="var(--b-hover)"
      xAxisLabel={lying ? undefined : x?.title}
      xAxisProps={lying ? figures : {}}
      yAxisProps={
        lying
          ? { width: px, interval: 0, tickFormatter: (name: string) => short(name, letters) }
          : { width: 56, ...figures }
      }
      barChartProps={{
        ...asImage(props),
        onClick: ({ activeTooltipIndex }) => {
          const row = rows[Number(activeTooltipIndex)]
          if (row) onOpen(row)
        },
      }}
      data-leads={about.drill_down}
    />
  )
}
