// The rows of a report: sorted by any column, each figure with its meaning on the heading and with the period before
// where that is asked for. A row leads to its conversations.

import { t } from "@lingui/core/macro"
import { Plural, Trans } from "@lingui/react/macro"
import { Button, Tooltip } from "@mantine/core"
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react"
import { useMemo, useState } from "react"
import { changeInWords } from "./compare.ts"
import type { ColumnAbout, ReportAbout, ReportAnswer, Row } from "./contract.ts"
import { columnsOf, figureInWords, isFigure, shown } from "./shown.ts"
import { type Sorting, sortedBy } from "./sorting.ts"
import styles from "./table.module.css"

/** As many rows as are drawn without being asked for. */
const SHOWN = 100

interface ReportTableProps {
  about: ReportAbout
  answer: ReportAnswer
  /** Their rows of the period before, where that is compared. */
  earlier: ReadonlyMap<Row, Row> | undefined
  hrefOf: (row: Row) => string | undefined
}

export function ReportTable({ about, answer, earlier, hrefOf }: ReportTableProps) {
  const { rows, names } = answer
  const columns = columnsOf(about.columns, rows)
  const [sorting, setSorting] = useState<Sorting>()
  const [all, setAll] = useState(false)
  const ordered = useMemo(
    () => sortedBy(rows, sorting, (key, value) => nameOf(about.columns, key, value, names)),
    [rows, sorting, about.columns, names],
  )
  const drawn = all ? ordered : ordered.slice(0, SHOWN)
  const led = ledBy(columns)
  return (
    <div className={styles.whole}>
      <section className={styles.scroller} aria-label={t`Rows`} tabIndex={-1}>
        <table className={styles.table} aria-label={about.title}>
          <thead>
            <tr>
              {columns.map(column => (
                <Heading key={column.key} column={column} sorting={sorting} onSort={setSorting} />
              ))}
            </tr>
          </thead>
          <tbody>
            {drawn.map((row, at) => {
              const href = hrefOf(row)
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own
                <tr key={at}>
                  {columns.map(column => (
                    <td key={column.key} data-figure={isMeasured(column)} dir="auto">
                      {column === led && href ? (
                        <a href={href} title={t`Show the conversations`}>
                          {shown(column.unit, row[column.key], names)}
                        </a>
                      ) : isFigure(column) ? (
                        figureInWords(about.columns, about.columns.indexOf(column), row)
                      ) : (
                        shown(column.unit, row[column.key], names)
                      )}
                      {earlier && isMeasured(column) && (
                        <Then column={column} row={row} then={earlier.get(row)} />
                      )}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      <p className={styles.foot}>
        <Plural value={rows.length} one="# row" other="# rows" />
        {drawn.length < rows.length && (
          <Button variant="default" size="xs" onClick={() => setAll(true)}>
            <Trans>Show all {rows.length}</Trans>
          </Button>
        )}
      </p>
    </div>
  )
}

interface HeadingProps {
  column: ColumnAbout
  sorting: Sorting | undefined
  onSort: (sorting: Sorting) => void
}

function Heading({ column, sorting, onSort }: HeadingProps) {
  const { key, title, definition } = column
  const here = sorting?.by === key
  const Arrow = sorting?.descending ? IconArrowDown : IconArrowUp
  const sort = here ? (sorting.descending ? "descending" : "ascending") : "none"
  return (
    <th scope="col" aria-sort={sort} data-figure={isMeasured(column)}>
      <Tooltip label={definition} disabled={definition === ""}>
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort({ by: key, descending: here ? !sorting.descending : isFigure(column) })}
        >
          {title}
          {here && <Arrow size={14} stroke={1.8} aria-hidden="true" />}
        </button>
      </Tooltip>
    </th>
  )
}

/** The figure of the period before, and by how much this one differs. */
function Then({ column, row, then }: { column: ColumnAbout; row: Row; then: Row | undefined }) {
  return <span className={styles.then}>{changeInWords(column, row[column.key], then?.[column.key])}</span>
}

const isMeasured = (column: ColumnAbout): boolean => column.role === "measure" && isFigure(column)

/** The column whose cell leads on: what the row is of. */
const ledBy = (columns: readonly ColumnAbout[]): ColumnAbout | undefined =>
  columns.find(({ role }) => role === "dimension")

function nameOf(
  columns: readonly ColumnAbout[],
  key: string,
  value: Row[string] | undefined,
  names: ReportAnswer["names"],
): string {
  const column = columns.find(one => one.key === key)
  if (!column || column.unit === "bucket" || column.unit === "time") return String(value ?? "")
  return shown(column.unit, value, names)
}
