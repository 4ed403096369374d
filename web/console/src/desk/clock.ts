// The server's time as this page sees it, so that countdowns are right on a computer whose clock is not; and one
// tick a second for everything that counts.

import { useSyncExternalStore } from "react"

/** Smaller differences are the network's, not the clock's. */
const SKEW_MIN_MS = 2_000

let skew_ms = 0

/** Takes a moment the server has just stamped. */
export function heardTime(server_ms: number): void {
  const difference = server_ms - Date.now()
  skew_ms = Math.abs(difference) < SKEW_MIN_MS ? 0 : difference
}

export const serverNow = (): number => Date.now() + skew_ms

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let second = 0

function tick(): void {
  second = Math.floor(serverNow() / 1000)
  for (const listener of listeners) listener()
}

function listen(changed: () => void): () => void {
  listeners.add(changed)
  timer ??= setInterval(tick, 1000)
  return () => {
    listeners.delete(changed)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The server's time in milliseconds; renders again every second. */
export function useNow(): number {
  useSyncExternalStore(listen, () => second)
  return serverNow()
}
