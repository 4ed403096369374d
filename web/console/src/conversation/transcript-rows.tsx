// The rows of a transcript, drawn only where one looks. Where that is at first, and what happens at the end, is
// up to whoever shows them.

import { t } from "@lingui/core/macro"
import { useVirtualizer } from "@tanstack/react-virtual"
import type { KeyboardEvent, ReactNode, RefObject } from "react"
import type { Row } from "./rows.ts"
import styles from "./transcript-rows.module.css"

/** Which rows are drawn, and where; `scroller` is the element they scroll in. */
export function useDrawnRows(rows: readonly Row[], scroller: RefObject<HTMLDivElement | null>) {
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    getItemKey: index => rows[index]?.key ?? index,
    overscan: 10,
  })
  return { rows, scroller, virtual }
}

interface TranscriptRowsProps {
  drawn: ReturnType<typeof useDrawnRows>
  label?: string
  /** The index of the row that was looked for. */
  sought?: number
  onScroll?: () => void
  /** The key End. A browser's own way there ends wherever the end was before the rows on it were measured. */
  onEnd?: () => void
  children: (row: Row) => ReactNode
}

export function TranscriptRows({ drawn, label, sought, onScroll, onEnd, children }: TranscriptRowsProps) {
  const { rows, scroller, virtual } = drawn
  const toLast = () => virtual.scrollToIndex(rows.length - 1, { align: "end" })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "End" || event.target !== event.currentTarget) return
    event.preventDefault()
    ;(onEnd ?? toLast)()
  }
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="log"
      aria-label={label ?? t`Transcript`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(item => {
          const row = rows[item.index]
          return (
            row && (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                data-sought={item.index === sought}
                className={styles.row}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {children(row)}
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}
