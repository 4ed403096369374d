// Whether what was said came true: each share beside the one it promised, which its key has: `within_p90_share` is
// right at 90 %.

import { t } from "@lingui/core/macro"
import { BarChart } from "@mantine/charts"
import { shown } from "../shown.ts"
import styles from "./chart.module.css"
import type { ChartProps } from "./chart.tsx"
import { AXES, asImage, columnOf, LEGEND, pointsOf, seriesOf, writerOf } from "./series.ts"

export function Calibration(props: ChartProps) {
  const { about } = props
  const series = seriesOf(props)
  const promised = series.flatMap(({ name, color, past }) => {
    const percent = past ? undefined : /_p(\d+)_/.exec(name)?.[1]
    return percent ? [{ share: Number(percent) / 100, color }] : []
  })
  return (
    <BarChart
      {...AXES}
      className={styles.chart}
      h={320}
      data={pointsOf(props)}
      series={series}
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
      barChartProps={asImage(props)}
    />
  )
}
