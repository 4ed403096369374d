// The edge of a side pane: dragged, or moved with the arrow keys, it makes the pane wider or narrower.

import { type KeyboardEvent, type PointerEvent, useRef } from "react"
import styles from "./pane-edge.module.css"
import { type Side, WIDTHS } from "./panes.ts"

const STEP_PX = 16

interface PaneEdgeProps {
  side: Side
  label: string
  width_px: number
  widen: (side: Side, width_px: number) => void
}

export function PaneEdge({ side, label, width_px, widen }: PaneEdgeProps) {
  const begun = useRef<{ x: number; width_px: number }>(undefined)
  // The inbox grows to the right, the details to the left.
  const outward = side === "inbox" ? 1 : -1

  function onPointerDown(event: PointerEvent) {
    event.currentTarget.setPointerCapture(event.pointerId)
    begun.current = { x: event.clientX, width_px }
  }
  function onPointerMove(event: PointerEvent) {
    const from = begun.current
    if (from) widen(side, from.width_px + (event.clientX - from.x) * outward)
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowRight: STEP_PX, ArrowLeft: -STEP_PX }[event.key]
    if (step === undefined) return
    event.preventDefault()
    widen(side, width_px + step * outward)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      className={styles.edge}
      data-side={side}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width_px}
      aria-valuemin={WIDTHS[side].min}
      aria-valuemax={WIDTHS[side].max}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        begun.current = undefined
      }}
      onDoubleClick={() => widen(side, WIDTHS[side].usual)}
      onKeyDown={onKeyDown}
    />
  )
}
