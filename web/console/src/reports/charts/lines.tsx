// Lines over time: shares, waits, whatever is no sum of parts. A gap is a stretch with nothing to measure.

import { LineChart } from "@mantine/charts"
import styles from "./chart.module.css"
import type { ChartProps } from "./chart.tsx"
import { AXES, asImage, LEGEND, pointsOf, seriesOf, writerOf } from "./series.ts"

export function Lines({ about, rows, names, onOpen }: ChartProps) {
  const series = seriesOf(about)
  return (
    <LineChart
      {...AXES}
      className={styles.chart}
      h={300}
      data={pointsOf(about, rows, names)}
      series={series}
      valueFormatter={writerOf(about)}
      withLegend={series.length > 1}
      legendProps={LEGEND}
      curveType="linear"
      connectNulls={false}
      yAxisProps={{ width: 64 }}
      lineChartProps={{
        ...asImage(about),
        onClick: ({ activeTooltipIndex }) => {
          const row = rows[Number(activeTooltipIndex)]
          if (row) onOpen(row)
        },
      }}
      data-leads={about.drill_down}
    />
  )
}
