// The few things the clients need from where they run: time, timers, random bytes. Tests pass their own.

export interface Platform {
  /** Milliseconds since the epoch. */
  now(): number
  /** Runs once after `ms`; what it returns calls it off. */
  after(ms: number, run: () => void): () => void
  /** Fills the array with random bytes. */
  random(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>
}

/** Browsers, workers and Node alike. */
export const platform: Platform = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  random: bytes => crypto.getRandomValues(bytes),
}
