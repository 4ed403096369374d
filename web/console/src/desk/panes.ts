// The side panes of the desk: folded by key, as wide as one has made them; both are kept in this browser.

import { useCallback, useState } from "react"

export type Side = "inbox" | "details"

export interface Pane {
  folded: boolean
  width_px: number
}

type Panes = Record<Side, Pane>

/** Narrow enough to leave room for a conversation, wide enough for a name and a time. */
export const WIDTHS: Record<Side, { min: number; max: number; usual: number }> = {
  inbox: { min: 260, max: 460, usual: 328 },
  details: { min: 260, max: 480, usual: 304 },
}

const KEPT = "baton.panes"

export function usePanes() {
  const [panes, setPanes] = useState(kept)
  const change = useCallback((side: Side, part: (pane: Pane) => Partial<Pane>) => {
    setPanes(before => {
      const after = { ...before, [side]: { ...before[side], ...part(before[side]) } }
      localStorage.setItem(KEPT, JSON.stringify(after))
      return after
    })
  }, [])
  const toggle = useCallback((side: Side) => change(side, ({ folded }) => ({ folded: !folded })), [change])
  const widen = useCallback(
    (side: Side, width_px: number) => change(side, () => ({ width_px: within(side, width_px) })),
    [change],
  )
  return { panes, toggle, widen }
}

export const within = (side: Side, width_px: number): number =>
  Math.round(Math.max(WIDTHS[side].min, Math.min(WIDTHS[side].max, width_px)))

function kept(): Panes {
  const known = JSON.parse(localStorage.getItem(KEPT) ?? "{}") as Partial<Panes>
  const pane = (side: Side): Pane => ({
    folded: known[side]?.folded ?? false,
    width_px: within(side, known[side]?.width_px ?? WIDTHS[side].usual),
  })
  return { inbox: pane("inbox"), details: pane("details") }
}
