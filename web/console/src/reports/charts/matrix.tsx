// Who passed on to whom: as a table tinted by how often, and as streams. Both are of the same rows.

import { seriesColour } from "@baton/tokens"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { SankeyChart } from "@mantine/charts"
import { Tabs } from "@mantine/core"
import type { CSSProperties } from "react"
import { isFigure, shown } from "../shown.ts"
import chart from "./chart.module.css"
import type { ChartProps } from "./chart.tsx"
import { type EdgeTable, edgeTable } from "./edges.ts"
import styles from "./matrix.module.css"
import { asImage, columnOf, nameOfPicture, short } from "./series.ts"

/** As many places as one can read across. */
const PLACES = 14
/** As many streams as can be told apart. */
const STREAMS = 28

export function Matrix(props: ChartProps) {
  const { about, rows } = props
  const { x: from = "", y: to = "", series } = about.chart
  const table = edgeTable(rows, { from, to, count: series[0] ?? "" }, PLACES)
  return (
    <>
      <Tabs defaultValue="table" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="table">
            <Trans>Heat map</Trans>
          </Tabs.Tab>
          <Tabs.Tab value="streams">
            <Trans>Streams</Trans>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="table" pt="sm">
          <HeatMap {...props} table={table} />
        </Tabs.Panel>
        <Tabs.Panel value="streams" pt="sm">
          <Streams {...props} table={table} />
        </Tabs.Panel>
      </Tabs>
      {table.places.length < table.all && (
        <p className={chart.note}>
          <Trans>
            The {table.places.length} busiest of {table.all} are drawn; the table below has all.
          </Trans>
        </p>
      )}
    </>
  )
}

interface EdgeProps extends ChartProps {
  table: EdgeTable
}

function HeatMap({ about, names, hrefOf, table }: EdgeProps) {
  const { x = "", y = "", series } = about.chart
  const unit = columnOf(about, x)?.unit ?? "text"
  const measure = columnOf(about, series[0])
  const name = (place: string | number | null) => shown(unit, place, names)
  return (
    <section className={styles.scroller} aria-label={t`Heat map`} tabIndex={-1}>
      <table className={styles.table}>
        <caption className="hidden">{nameOfPicture({ about, earlier: undefined })}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <Trans>from ↓ to →</Trans>
            </th>
            {table.places.map(place => (
              <th key={place} scope="col" className={styles.to} title={name(place)} dir="auto">
                <span>{short(name(place), 18)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.places.map(from => (
            <tr key={from}>
              <th scope="row" title={name(from)} dir="auto">
                {short(name(from), 28)}
              </th>
              {table.places.map(to => {
                const count = table.count(from, to)
                const href = hrefOf({ [x]: from, [y]: to })
                const said = measure && isFigure(measure) ? shown(measure.unit, count) : String(count)
                return (
                  <td
                    key={to}
                    data-none={count === 0}
                    style={{ "--heat": `${heat(count, table.most)}%` } as CSSProperties}
                  >
                    {count > 0 &&
                      (href ? (
                        <a href={href} aria-label={t`${said} from ${name(from)} to ${name(to)}`}>
                          {said}
                        </a>
                      ) : (
                        said
                      ))}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** By the root, so that few are told from none beside very many. Half of the colour is the most that text stands on. */
const heat = (count: number, most: number): number => (most === 0 ? 0 : Math.sqrt(count / most) * 50)

/** Places stand twice, left as where from and right as where to, so that no stream runs in a circle. */
function Streams({ about, names, onOpen, table }: EdgeProps) {
  const { x = "", y = "" } = about.chart
  const unit = columnOf(about, x)?.unit ?? "text"
  const edges = table.edges.slice(0, STREAMS)
  const froms = [...new Set(edges.map(({ from }) => from))]
  const tos = [...new Set(edges.map(({ to }) => to))]
  const node = (place: string | number | null, color: string) => ({
    name: short(shown(unit, place, names)),
    color,
  })
  const colours = new Map(table.places.map((place, at) => [place, seriesColour(at)]))
  const nodes = [...froms, ...tos].map(place => node(place, colours.get(place) ?? seriesColour(0)))
  const links = edges.map(({ from, to, count }) => ({
    source: froms.indexOf(from),
    target: froms.length + tos.indexOf(to),
    value: count,
    row: { [x]: from, [y]: to },
  }))
  return (
    <SankeyChart
      className={chart.chart}
      data={{ nodes, links }}
      height={Math.max(280, Math.max(froms.length, tos.length) * 44)}
      nodePadding={20}
      nodeWidth={12}
      linkOpacity={0.3}
      textColor="var(--b-text)"
      sankeyProps={{
        ...asImage({ about, earlier: undefined }),
        onClick: (item, type) => {
          const link = type === "link" ? links[item.index] : undefined
          if (link) onOpen(link.row)
        },
      }}
      data-leads={about.drill_down}
    />
  )
}
