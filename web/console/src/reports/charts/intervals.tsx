// Shares with the range they may truly lie in, and what the peers have: a short range is a sure one. Drawn as a
// list, so that each name leads on and each figure is read.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { figureInWords, intervalOf, nameOfRow, shown } from "../shown.ts"
import type { ChartProps } from "./chart.tsx"
import styles from "./intervals.module.css"
import { columnOf } from "./series.ts"

export function Intervals({ about, rows, names, earlier, hrefOf }: ChartProps) {
  const { columns, chart } = about
  const [share, peers] = [chart.series[0], chart.y].map(key => columnOf(about, key))
  if (!share) return null
  const at = columns.indexOf(share)
  const { low, high } = intervalOf(columns, at)
  const figures = rows.flatMap(row => [
    ...[share, high, peers].map(column => Number((column && row[column.key]) ?? 0)),
    Number(earlier?.get(row)?.[share.key] ?? 0),
  ])
  // To the next ten percent, so that the longest range fills the width.
  const most = Math.min(1, Math.max(0.1, Math.ceil(Math.max(...figures) * 10) / 10))
  const percent = (value: unknown) => `${(Math.min(Number(value ?? 0), most) / most) * 100}%`
  return (
    <>
      <ul className={styles.list} aria-label={t`${share.title} with intervals`}>
        {rows.map((row, index) => {
          const href = hrefOf(row)
          const name = nameOfRow(columns, row, names)
          const from = low && row[low.key]
          const to = high && row[high.key]
          const past = earlier?.get(row)?.[share.key]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own
            <li key={index} className={styles.row}>
              <span className={styles.name} dir="auto" title={name}>
                {href ? <a href={href}>{name}</a> : name}
              </span>
              <span className={styles.track} aria-hidden="true">
                {typeof from === "number" && typeof to === "number" && (
                  <span
                    className={styles.range}
                    style={{ left: percent(from), width: `${((Math.min(to, most) - from) / most) * 100}%` }}
                  />
                )}
                {peers && typeof row[peers.key] === "number" && (
                  <span className={styles.peers} style={{ left: percent(row[peers.key]) }} />
                )}
                {typeof past === "number" && <span className={styles.past} style={{ left: percent(past) }} />}
                <span className={styles.dot} style={{ left: percent(row[share.key]) }} />
              </span>
              <span className={styles.figure}>
                {figureInWords(columns, at, row)}
                {typeof past === "number" && (
                  <span className="hidden">{`, ${t`period before`}: ${shown(share.unit, past)}`}</span>
                )}
                {peers && (
                  <span className="hidden">{`, ${peers.title}: ${shown(peers.unit, row[peers.key])}`}</span>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      <p className={styles.scale} aria-hidden="true">
        <span>{shown("share", 0)}</span>
        <span>{shown("share", most)}</span>
      </p>
      <p className={styles.key}>
        <span>
          <span className={styles.keyDot} aria-hidden="true" /> {share.title}
        </span>
        <span>
          <span className={styles.keyRange} aria-hidden="true" /> <Trans>where it may truly lie</Trans>
        </span>
        {earlier && (
          <span>
            <span className={styles.keyPast} aria-hidden="true" /> <Trans>period before</Trans>
          </span>
        )}
        {peers && (
          <span>
            <span className={styles.keyPeers} aria-hidden="true" /> {peers.title}
          </span>
        )}
      </p>
    </>
  )
}
