// The rows of a transcript, drawn only where one looks. Where that is at first, and what happens at the end, is
// up to whoever shows them.

import { t } from "@lingui/core/macro"
import { useVirtualizer } from "@tanstack/react-virtual"
import type { ReactNode, RefObject } from "react"
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
  children: (row: Row) => ReactNode
}

export function TranscriptRows({ drawn, label, sought, onScroll, children }: TranscriptRowsProps) {
  const { rows, scroller, virtual } = drawn
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="log"
      aria-label={label ?? t`Transcript`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={onScroll}
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
