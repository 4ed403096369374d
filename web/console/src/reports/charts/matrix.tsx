// Who passed on to whom: as a table tinted by how often, and as streams. Both are of the same rows, and both have the
// period before beside them where that is compared.

import { seriesColour } from "@baton/tokens"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { SankeyChart } from "@mantine/charts"
import { Tabs } from "@mantine/core"
import type { CSSProperties } from "react"
import { differenceInWords } from "../compare.ts"
import { isFigure, shown } from "../shown.ts"
import chart from "./chart.module.css"
import type { ChartProps } from "./chart.tsx"
import { type Edge, type EdgeTable, edgeTable } from "./edges.ts"
import styles from "./matrix.module.css"
import { asImage, columnOf, nameOfPicture, short } from "./series.ts"

/** As many places as one can read across. */
const PLACES = 14
/** As many streams as can be told apart. */
const STREAMS = 28

export function Matrix(props: ChartProps) {
  const { about, rows, previous } = props
  const { x: from = "", y: to = "", series } = about.chart
  const table = edgeTable(rows, previous ?? [], { from, to, count: series[0] ?? "" }, PLACES)
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
          <Streams {...props} table={table} edges={table.edges} title={previous && t`This period`} />
          {previous && (
            <Streams
              {...props}
              table={table}
              edges={table.edgesBefore}
              title={t`Period before`}
              // What is behind a stream is asked of the present period.
              onOpen={undefined}
            />
          )}
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

function HeatMap({ about, names, hrefOf, previous, earlier, table }: EdgeProps) {
  const { x = "", y = "", series } = about.chart
  const unit = columnOf(about, x)?.unit ?? "text"
  const measure = columnOf(about, series[0])
  const name = (place: string | number | null) => shown(unit, place, names)
  const figure = (count: number) =>
    measure && isFigure(measure) ? shown(measure.unit, count) : String(count)
  return (
    <section className={styles.scroller} aria-label={t`Heat map`} tabIndex={-1}>
      <table className={styles.table} data-compared={previous !== undefined}>
        <caption className="hidden">{nameOfPicture({ about, earlier })}</caption>
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
                const [count, then] = [table.count(from, to), table.before(from, to)]
                const href = count > 0 && hrefOf({ [x]: from, [y]: to })
                const said = figure(count)
                const way = t`${said} from ${name(from)} to ${name(to)}`
                const cell = (
                  <>
                    {said}
                    {previous && <Difference now={count} then={then} said={figure(then)} />}
                  </>
                )
                return (
                  <td
                    key={to}
                    data-none={count === 0}
                    style={{ "--heat": `${heat(count, table.most)}%` } as CSSProperties}
                  >
                    {(count > 0 || then > 0) &&
                      (href ? (
                        <a
                          href={href}
                          aria-label={previous ? t`${way}, ${figure(then)} in the period before` : way}
                        >
                          {cell}
                        </a>
                      ) : (
                        cell
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

function Difference({ now, then, said }: { now: number; then: number; said: string }) {
  return (
    <span className={styles.then} title={t`${said} in the period before`}>
      {differenceInWords(now, then)}
    </span>
  )
}

/** By the root, so that few are told from none beside very many. Half of the colour is the most that text stands on. */
const heat = (count: number, most: number): number => (most === 0 ? 0 : Math.sqrt(count / most) * 50)

interface StreamsProps extends Omit<EdgeProps, "onOpen"> {
  edges: readonly Edge[]
  /** Where there are two of them. */
  title: string | undefined
  onOpen: EdgeProps["onOpen"] | undefined
}

/** Places stand twice, left as where from and right as where to, so that no stream runs in a circle. */
function Streams({ about, names, onOpen, table, edges: all, title }: StreamsProps) {
  const { x = "", y = "" } = about.chart
  const unit = columnOf(about, x)?.unit ?? "text"
  const edges = all.slice(0, STREAMS)
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
  const picture = (
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
          if (link) onOpen?.(link.row)
        },
      }}
      data-leads={about.drill_down && onOpen !== undefined}
    />
  )
  if (title === undefined) return picture
  return (
    <section aria-label={title}>
      <h3 className={chart.period}>{title}</h3>
      {edges.length > 0 ? picture : <p className={chart.note}>{t`Nothing to count`}</p>}
    </section>
  )
}
