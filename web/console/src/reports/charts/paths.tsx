// Paths as they were gone, worst first: place after place with the stroke of a hand-over between them, and an arc
// over each return to a place. Those of the period before follow, where that is compared.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Fragment } from "react"
import { shown, stationsOf } from "../shown.ts"
import chart from "./chart.module.css"
import type { ChartProps } from "./chart.tsx"
import { loopsOf } from "./loops.ts"
import styles from "./paths.module.css"
import { columnOf } from "./series.ts"

/** A station with the stroke after it; as the style has them. */
const STATION_PX = 116
const STROKE_PX = 28
const STEP_PX = STATION_PX + STROKE_PX
/** Arcs over more steps stand higher, up to here. */
const ARCS_PX = 44

export function Paths(props: ChartProps) {
  const { previous } = props
  return (
    <>
      {previous && <h3 className={chart.period}>{t`This period`}</h3>}
      <List {...props} label={t`Paths, worst first`} />
      {previous && (
        <>
          <h3 className={chart.period}>{t`Period before`}</h3>
          <List {...props} rows={previous} label={t`Paths of the period before, worst first`} />
          {previous.length === 0 && <p className={chart.note}>{t`Nothing to count`}</p>}
        </>
      )}
      <p className={styles.key}>
        <span>
          <span className={styles.keyPingPong} aria-hidden="true" /> <Trans>there and straight back</Trans>
        </span>
        <span>
          <span className={styles.keyLoop} aria-hidden="true" /> <Trans>back by way of others</Trans>
        </span>
      </p>
    </>
  )
}

function List({ about, rows, names, hrefOf, label }: ChartProps & { label: string }) {
  const path = columnOf(about, about.chart.series[0])
  const of = columnOf(about, about.chart.x)
  if (!path || rows.length === 0) return null
  return (
    <ol className={styles.paths} aria-label={label}>
      {rows.map((row, at) => {
        const href = hrefOf(row)
        const said = of ? shown(of.unit, row[of.key], names) : t`Path ${at + 1}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own
          <li key={at} className={styles.path}>
            <p className={styles.head}>{href ? <a href={href}>{said}</a> : said}</p>
            <Picture stations={stationsOf(row[path.key], names)} />
          </li>
        )
      })}
    </ol>
  )
}

function Picture({ stations }: { stations: readonly string[] }) {
  const loops = loopsOf(stations)
  const back = new Set(loops.map(({ to }) => to))
  const middle = (at: number) => at * STEP_PX + STATION_PX / 2
  const width = stations.length * STEP_PX - STROKE_PX
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroller} aria-label={stations.join(", ")} tabIndex={0}>
      {loops.length > 0 && (
        <svg className={styles.arcs} width={width} height={ARCS_PX} aria-hidden="true">
          {loops.map(({ from, to, pingPong }) => {
            const height = Math.min(ARCS_PX - 4, 14 + (to - from) * 6)
            const [start, end] = [middle(from) + 8, middle(to) - 8]
            return (
              <path
                key={to}
                d={`M${start} ${ARCS_PX} C${start} ${ARCS_PX - height} ${end} ${ARCS_PX - height} ${end} ${ARCS_PX}`}
                data-ping-pong={pingPong}
              />
            )
          })}
        </svg>
      )}
      <div className={styles.stations} aria-hidden="true">
        {stations.map((station, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a station is its place on the path
          <Fragment key={at}>
            {at > 0 && (
              <svg
                className={styles.stroke}
                viewBox="0 0 28 32"
                width={STROKE_PX}
                height="32"
                aria-hidden="true"
              >
                <path d="M10 24 L18 8" />
              </svg>
            )}
            <span className={styles.station} data-back={back.has(at)} title={station} dir="auto">
              {station}
            </span>
          </Fragment>
        ))}
      </div>
    </section>
  )
}
