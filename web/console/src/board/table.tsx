// A table of many rows of which only those in view are made: sorted by a column, in place while somebody points at
// it, walked by the arrow keys. On a narrow screen each row is a card. What stands in a cell, the column says.

// biome-ignore-all lint/a11y/useSemanticElements: rows stand by position, which elements of a table lose their roles by

import { useMediaQuery } from "@mantine/hooks"
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react"
import { useVirtualizer } from "@tanstack/react-virtual"
import { type KeyboardEvent, memo, type ReactNode, useEffect, useMemo, useRef, useState } from "react"
import { inPlace, type Measure, type Sorting, sorted } from "./order.ts"
import styles from "./table.module.css"

export interface Column<T> {
  key: string
  name: string
  /** Its share of the width, as a track of a grid. */
  track: string
  by?: Measure<T>
  /** Sorted downwards first: what is longest or most. */
  most?: boolean
  figures?: boolean
  cell: (row: T) => ReactNode
}

interface TableProps<T extends { id: string }> {
  label: string
  rows: readonly T[]
  columns: readonly Column<T>[]
  first: Sorting
  /** What stands above the sorting: raised hands. */
  urgent?: (row: T) => boolean
  selected?: string | undefined
  onOpen?: (row: T) => void
  empty: ReactNode
}

const ROW_PX = 44
const CARD_PX = 112
/** Rows beyond the edge that are made ahead, so that scrolling by hand shows no gap. */
const AHEAD = 6

export function Table<T extends { id: string }>(props: TableProps<T>) {
  const { label, rows, columns, first, urgent, selected, onOpen, empty } = props
  const narrow = useMediaQuery("(max-width: 699px)", false, { getInitialValueInEffect: false }) ?? false
  const [sorting, setSorting] = useState(first)
  const [held, setHeld] = useState(false)
  const [active, setActive] = useState(0)
  const places = useRef<readonly string[]>([])
  const view = useRef<HTMLDivElement>(null)

  const ordered = useMemo(() => {
    if (held) return inPlace(places.current, rows)
    const measure = columns.find(column => column.key === sorting.by)?.by ?? (() => 0)
    const all = sorted(rows, measure, sorting.descending)
    return urgent ? [...all.filter(urgent), ...all.filter(row => !urgent(row))] : all
  }, [rows, columns, sorting, urgent, held])
  useEffect(() => {
    places.current = ordered.map(row => row.id)
  }, [ordered])

  const height = narrow ? CARD_PX : ROW_PX
  const virtual = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => view.current,
    estimateSize: () => height,
    getItemKey: at => ordered[at]?.id ?? at,
    overscan: AHEAD,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: it measures by the height it was made with
  useEffect(() => virtual.measure(), [height])

  const walk = (event: KeyboardEvent) => {
    const last = ordered.length - 1
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: last }[event.key]
    if (to === undefined || (event.target as HTMLElement).role !== "row") return
    event.preventDefault()
    const next = Math.min(Math.max(to, 0), last)
    setActive(next)
    virtual.scrollToIndex(next)
    requestAnimationFrame(() => view.current?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus())
  }
  const tracks = columns.map(column => column.track).join(" ")
  const shown = Math.min(active, Math.max(0, ordered.length - 1))

  return (
    <div
      role="table"
      aria-label={label}
      aria-rowcount={ordered.length + 1}
      className={styles.table}
      style={{ "--tracks": tracks } as React.CSSProperties}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" tabIndex={-1} aria-rowindex={1} className={styles.row}>
          {columns.map(column => (
            <Heading key={column.key} column={column} sorting={sorting} onSort={setSorting} />
          ))}
        </div>
      </div>
      {ordered.length === 0 && <div className={styles.empty}>{empty}</div>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are of the rows in it */}
      <div
        ref={view}
        className={styles.view}
        onPointerEnter={event => event.pointerType === "mouse" && setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onKeyDown={walk}
      >
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(item => {
            const row = ordered[item.index]
            return (
              row && (
                <Row
                  key={item.key}
                  row={row}
                  columns={columns}
                  at={item.index}
                  top={item.start}
                  reachable={item.index === shown}
                  selected={row.id === selected}
                  onOpen={onOpen}
                />
              )
            )
          })}
        </div>
      </div>
    </div>
  )
}

interface HeadingProps<T> {
  column: Column<T>
  sorting: Sorting
  onSort: (sorting: Sorting) => void
}

function Heading<T>({ column, sorting, onSort }: HeadingProps<T>) {
  const { key, name, by, most = false, figures } = column
  const here = sorting.by === key
  const Arrow = sorting.descending ? IconArrowDown : IconArrowUp
  const sort = here ? (sorting.descending ? "descending" : "ascending") : "none"
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-sort={by ? sort : undefined}
      className={styles.heading}
      data-figures={figures}
    >
      {by ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort({ by: key, descending: here ? !sorting.descending : most })}
        >
          {name}
          {here && <Arrow size={14} stroke={1.8} aria-hidden="true" />}
        </button>
      ) : (
        name
      )}
    </div>
  )
}

interface RowProps<T> {
  row: T
  columns: readonly Column<T>[]
  at: number
  top: number
  reachable: boolean
  selected: boolean
  onOpen: ((row: T) => void) | undefined
}

/** Made again only when its object is another one, or its place. */
const Row = memo(function Row<T extends { id: string }>(props: RowProps<T>) {
  const { row, columns, at, top, reachable, selected, onOpen } = props
  return (
    <div
      role="row"
      tabIndex={reachable ? 0 : -1}
      aria-rowindex={at + 2}
      aria-selected={onOpen ? selected : undefined}
      data-at={at}
      className={styles.row}
      data-opens={onOpen !== undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onOpen && (() => onOpen(row))}
      onKeyDown={event => event.key === "Enter" && event.target === event.currentTarget && onOpen?.(row)}
    >
      {columns.map(column => (
        <div key={column.key} role="cell" className={styles.cell} data-figures={column.figures}>
          <span className={styles.label} aria-hidden="true">
            {column.name}
          </span>
          {column.cell(row)}
        </div>
      ))}
    </div>
  )
}) as <T extends { id: string }>(props: RowProps<T>) => ReactNode
