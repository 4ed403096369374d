// Lines over time: shares, waits, whatever is no sum of parts. A gap is a stretch with nothing to measure.

import { LineChart } from "@mantine/charts"
import styles from "./chart.module.css"
import type { ChartProps } from "./chart.tsx"
import { AXES, asImage, axisOf, LEGEND, pointsOf, seriesOf, writerOf } from "./series.ts"

export function Lines(props: ChartProps) {
  const { about, rows, onOpen } = props
  const series = seriesOf(props).map(one => (one.past ? { ...one, strokeDasharray: "6 4" } : one))
  return (
    <LineChart
      {...AXES}
      className={styles.chart}
      h={300}
      data={pointsOf(props)}
      series={series}
      valueFormatter={writerOf(about)}
      withLegend={series.length > 1}
      legendProps={LEGEND}
      curveType="linear"
      connectNulls={false}
      yAxisProps={{ width: 64, ...axisOf(about) }}
      lineChartProps={{
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
