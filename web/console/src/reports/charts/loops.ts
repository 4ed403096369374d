// Where a path comes back to a place it was at before.

export interface Loop {
  /** Places on the path, counted from the first. */
  from: number
  to: number
  /** There and straight back: A, B, A. */
  pingPong: boolean
}

/** Each return to a place, from the stay before it. */
export function loopsOf(stations: readonly string[]): Loop[] {
  return stations.flatMap((station, to) => {
    const from = stations.lastIndexOf(station, to - 1)
    return to > 0 && from >= 0 ? [{ from, to, pingPong: to - from === 2 }] : []
  })
}
