// Whole objects by type and id. Lists keep their identity until an object of their type changes, so that a
// reader can compare by reference.

import type { Change, ObjectKey } from "@baton/protocol"

/** What every object on the wire has. */
export interface AnyObject {
  type: string
  id: string
}

export type OfType<O extends AnyObject, T extends O["type"]> = Extract<O, { type: T }>

export class Objects<O extends AnyObject> {
  readonly #byKey = new Map<string, O>()
  readonly #lists = new Map<string, readonly O[]>()

  get<T extends O["type"]>(type: T, id: string): OfType<O, T> | undefined {
    return this.#byKey.get(key({ type, id })) as OfType<O, T> | undefined
  }

  /** All objects of a type, in the order in which they first came. */
  all<T extends O["type"]>(type: T): readonly OfType<O, T>[] {
    let list = this.#lists.get(type)
    if (!list) {
      list = [...this.#byKey.values()].filter(object => object.type === type)
      this.#lists.set(type, list)
    }
    return list as readonly OfType<O, T>[]
  }

  replace(objects: readonly O[]): void {
    this.#byKey.clear()
    this.#lists.clear()
    for (const object of objects) this.#byKey.set(key(object), object)
  }

  /** Puts and removes, nothing else; answers what was removed. */
  change(changes: readonly Change<O>[]): ObjectKey[] {
    const removed: ObjectKey[] = []
    for (const change of changes) {
      if ("put" in change) {
        this.#byKey.set(key(change.put), change.put)
        this.#lists.delete(change.put.type)
      } else if (this.#byKey.delete(key(change.remove))) {
        this.#lists.delete(change.remove.type)
        removed.push(change.remove)
      }
    }
    return removed
  }
}

const key = ({ type, id }: { type: string; id: string }) => `${type} ${id}`
