// Enter accepts an offer, unless it belongs to what has the focus: a field, a dialog, a menu, or a button that was
// reached by keyboard. A button that was merely clicked before does not count. Alt+Enter accepts from anywhere.

import type { Offer } from "@baton/protocol"
import { useEffect, useRef } from "react"

export function useEnterAccepts(offer: Offer | undefined, accept: (offer: Offer) => void): void {
  const byPointer = useRef(true)
  useEffect(() => {
    const onPointer = () => {
      byPointer.current = true
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Tab" || event.key.startsWith("Arrow")) byPointer.current = false
      if (event.key !== "Enter" || event.repeat || event.defaultPrevented || !offer) return
      if (!event.altKey && !isFree(document.activeElement, byPointer.current)) return
      event.preventDefault()
      accept(offer)
    }
    window.addEventListener("pointerdown", onPointer)
    window.addEventListener("keydown", onKey)
    return () => {
      window.removeEventListener("pointerdown", onPointer)
      window.removeEventListener("keydown", onKey)
    }
  }, [offer, accept])
}

function isFree(focused: Element | null, byPointer: boolean): boolean {
  if (!focused || focused === document.body) return true
  if (focused.closest("[role=dialog], [role=menu], [role=listbox]")) return false
  if (focused.matches("article, [role=log]")) return true
  return byPointer && focused.matches("button, a")
}
