// The transcript of a conversation that is only read: drawn where one looks, beginning at the line that was looked for.

import type { StaffLine } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { useVirtualizer } from "@tanstack/react-virtual"
import { useLayoutEffect, useMemo, useRef } from "react"
import { RowView } from "../conversation/row-view.tsx"
import { rowsOf } from "../conversation/rows.ts"
import { Message } from "../ui/message.tsx"
import styles from "./past-transcript.module.css"
import { rowAt } from "./row-at.ts"

export function PastTranscript({ lines, at }: { lines: readonly StaffLine[]; at: number | undefined }) {
  const rows = useMemo(() => rowsOf(lines), [lines])
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    getItemKey: index => rows[index]?.key ?? index,
    overscan: 10,
  })
  const sought = at === undefined ? -1 : rowAt(rows, at)
  useLayoutEffect(() => {
    if (sought >= 0) virtual.scrollToIndex(sought, { align: "center" })
  }, [sought, virtual])

  if (rows.length === 0) return <Message title={t`Nothing was written`} />
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="log"
      aria-label={t`Transcript`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
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
                <RowView row={row} />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}
