// Whether what was said came true: each share beside the one it promised, which its key has: `within_p90_share` is
// right at 90 %.

import { t } from "@lingui/core/macro"
import { BarChart } from "@mantine/charts"
import { shown } from "../shown.ts"
import styles from "./chart.module.css"
import type { ChartProps } from "./chart.tsx"
import { AXES, asImage, columnOf, LEGEND, pointsOf, seriesOf, writerOf } from "./series.ts"

export function Calibration({ about, rows, names }: ChartProps) {
  const promised = seriesOf(about).flatMap(({ name, color }) => {
    const percent = /_p(\d+)_/.exec(name)?.[1]
    return percent ? [{ share: Number(percent) / 100, color }] : []
  })
  return (
    <BarChart
      {...AXES}
      className={styles.chart}
      h={320}
      data={pointsOf(about, rows, names)}
      series={seriesOf(about)}
      valueFormatter={writerOf(about)}
      withLegend
      legendProps={LEGEND}
      maxBarWidth={36}
      cursorFill="var(--b-hover)"
      xAxisLabel={columnOf(about, about.chart.x)?.title}
      yAxisProps={{ domain: [0, 1], width: 56 }}
      referenceLines={promised.map(({ share, color }) => ({
        y: share,
        color,
        label: t`right: ${shown("share", share)}`,
        labelPosition: "insideTopRight",
      }))}
      barChartProps={asImage(about)}
    />
  )
}
