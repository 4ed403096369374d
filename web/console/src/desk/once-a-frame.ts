// Many changes, one drawing: whoever draws hears of them once a frame, however many there were since the last.

/** A page that nobody sees draws no frames; it hears of changes after this long. */
const UNSEEN_MS = 200

type Subscribe = (listener: () => void) => () => void

/** Takes part in a subscription that is told of every change. */
export function onceAFrame(subscribe: Subscribe): Subscribe {
  const listeners = new Set<() => void>()
  let due = false
  const tell = () => {
    if (!due) return
    due = false
    for (const listener of [...listeners]) listener()
  }
  const changed = () => {
    if (due) return
    due = true
    requestAnimationFrame(tell)
    setTimeout(tell, UNSEEN_MS)
  }
  let off: (() => void) | undefined
  return listener => {
    listeners.add(listener)
    off ??= subscribe(changed)
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      off?.()
      off = undefined
    }
  }
}
