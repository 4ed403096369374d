// The document as plain values: reading and changing them by path. Knows nothing of YAML and its layout.

export type Path = readonly (string | number)[]
export type Value = string | number | boolean | null | readonly Value[] | Entries
export interface Entries {
  readonly [key: string]: Value
}

export const isEntries = (value: Value | undefined): value is Entries =>
  typeof value === "object" && value !== null && !Array.isArray(value)

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value)

export function getIn(value: Value | undefined, path: Path): Value | undefined {
  let found = value
  for (const step of path) {
    if (isList(found)) found = found[Number(step)]
    else if (isEntries(found) && Object.hasOwn(found, step)) found = found[step]
    else return undefined
  }
  return found
}

/** What stands at a path that is not there yet: `{ a: { b: value } }`. */
export const nested = (path: Path, value: Value): Value =>
  path.reduceRight<Value>((inner, step) => (typeof step === "number" ? [inner] : { [step]: inner }), value)

/** The same with another value at a path; what leads there is made. */
export function setIn(value: Value | undefined, path: Path, next: Value): Value {
  const [step, ...rest] = path
  if (step === undefined) return next
  if (isList(value)) {
    const items = [...value]
    items[Number(step)] = setIn(items[Number(step)], rest, next)
    return items
  }
  if (isEntries(value)) return { ...value, [step]: setIn(value[step], rest, next) }
  return nested(path, next)
}

/** The same without what stands at a path. */
export function removeIn(value: Value, path: Path): Value {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (isList(value)) {
    const at = Number(step)
    return rest.length === 0
      ? value.filter((_, index) => index !== at)
      : value.map((item, index) => (index === at ? removeIn(item, rest) : item))
  }
  if (!isEntries(value) || !Object.hasOwn(value, step)) return value
  if (rest.length > 0) return { ...value, [step]: removeIn(value[step] as Value, rest) }
  const { [step]: _, ...others } = value
  return others
}

/** The same with another key in the same place. */
export function renameIn(value: Value, path: Path, key: string): Value {
  const entries = getIn(value, path.slice(0, -1))
  if (!isEntries(entries)) return value
  const renamed = Object.entries(entries).map(([old, inner]) => [old === path.at(-1) ? key : old, inner])
  return setIn(value, path.slice(0, -1), Object.fromEntries(renamed))
}

/** The same with an entry or item in another place among its neighbours. */
export function moveIn(value: Value, path: Path, to: number): Value {
  const around = path.slice(0, -1)
  const neighbours = getIn(value, around)
  if (isList(neighbours)) return setIn(value, around, moved(neighbours, Number(path.at(-1)), to))
  if (!isEntries(neighbours)) return value
  const entries = Object.entries(neighbours)
  const from = entries.findIndex(([key]) => key === path.at(-1))
  return setIn(value, around, Object.fromEntries(moved(entries, from, to)))
}

export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = [...items]
  rest.splice(to, 0, ...rest.splice(from, 1))
  return rest
}

/** Whether two values are written alike, the order of entries included. */
export const same = (one: Value | undefined, other: Value | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
