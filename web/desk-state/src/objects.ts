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
  readonly #byType = new Map<string, Map<string, O>>()
  readonly #lists = new Map<string, readonly O[]>()

  get<T extends O["type"]>(type: T, id: string): OfType<O, T> | undefined {
    return this.#byType.get(type)?.get(id) as OfType<O, T> | undefined
  }

  /** All objects of a type, in the order in which they first came. */
  all<T extends O["type"]>(type: T): readonly OfType<O, T>[] {
    let list = this.#lists.get(type)
    if (!list) {
      list = [...(this.#byType.get(type)?.values() ?? [])]
      this.#lists.set(type, list)
    }
    return list as readonly OfType<O, T>[]
  }

  /** These objects take the place of all whose type is `among`. */
  replace(objects: readonly O[], among: (type: string) => boolean): void {
    for (const type of [...this.#byType.keys()].filter(among)) {
      this.#byType.delete(type)
      this.#lists.delete(type)
    }
    for (const object of objects) this.#put(object)
  }

  /** Puts and removes, nothing else; answers what was removed. */
  change(changes: readonly Change<O>[]): ObjectKey[] {
    const removed: ObjectKey[] = []
    for (const change of changes) {
      if ("put" in change) {
        this.#put(change.put)
      } else if (this.#byType.get(change.remove.type)?.delete(change.remove.id)) {
        this.#lists.delete(change.remove.type)
        removed.push(change.remove)
      }
    }
    return removed
  }

  #put(object: O): void {
    const known = this.#byType.get(object.type)
    if (known) known.set(object.id, object)
    else this.#byType.set(object.type, new Map([[object.id, object]]))
    this.#lists.delete(object.type)
  }
}
