// What was predicted against what came true: on the slanted line both are the same.

import { t } from "@lingui/core/macro"
import { ScatterChart } from "@mantine/charts"
import styles from "./chart.module.css"
import type { ChartProps } from "./chart.tsx"
import { asImage, columnOf, LEGEND, seriesOf, writerOf } from "./series.ts"

export function Calibration({ about, rows }: ChartProps) {
  const { x = "" } = about.chart
  const write = writerOf(about)
  const data = seriesOf(about).map(({ name, label, color }) => ({
    name: label,
    color,
    data: rows.flatMap(row => {
      const [predicted, actual] = [row[x], row[name]]
      return typeof predicted === "number" && typeof actual === "number" ? [{ predicted, actual }] : []
    }),
  }))
  const most = Math.max(1, ...data.flatMap(one => one.data.flatMap(point => [point.predicted, point.actual])))
  const domain: [number, number] = [0, most]
  const predicted = columnOf(about, x)?.title ?? t`Predicted`
  return (
    <ScatterChart
      className={styles.chart}
      h={340}
      data={data}
      dataKey={{ x: "predicted", y: "actual" }}
      labels={{ x: predicted, y: t`Came true` }}
      valueFormatter={{ x: write, y: write }}
      textColor="var(--b-muted)"
      gridColor="var(--b-line)"
      withLegend
      legendProps={LEGEND}
      xAxisLabel={predicted}
      xAxisProps={{ domain }}
      yAxisProps={{ domain, width: 64 }}
      referenceLines={[
        {
          segment: [
            { x: 0, y: 0 },
            { x: most, y: most },
          ],
          color: "var(--b-muted)",
          strokeDasharray: "4 4",
          label: t`as predicted`,
          labelPosition: "insideTopLeft",
        },
      ]}
      scatterChartProps={asImage(about)}
    />
  )
}
