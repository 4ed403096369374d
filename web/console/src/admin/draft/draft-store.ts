// The one draft of the document in this browser: its text, what it was made from, and the way back step by step.
// Kept over reloads until it is applied or thrown away; two tabs of one browser see the same. No framework, no server.

export interface Base {
  version: number
  yaml: string
}

export interface DraftState {
  /** The version the draft was made from. */
  readonly base: Base
  readonly text: string
  readonly changed: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** Steps that can be taken back. */
const STEPS_MAX = 100

export class DraftStore {
  #state: DraftState
  #past: string[] = []
  #future: string[] = []
  readonly #key: string
  readonly #storage: Storage
  readonly #listeners = new Set<() => void>()

  constructor(workspace: string, inForce: Base, storage: Storage) {
    this.#key = `baton.document.${workspace}`
    this.#storage = storage
    this.#state = this.#made(keptIn(storage, this.#key) ?? { base: inForce, text: inForce.yaml })
  }

  get state(): DraftState {
    return this.#state
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  edit(change: (text: string) => string): void {
    const { base, text } = this.#state
    const next = change(text)
    if (next === text) return
    this.#past = [...this.#past.slice(-STEPS_MAX), text]
    this.#future = []
    this.#put(base, next)
  }

  undo(): void {
    const before = this.#past.pop()
    if (before === undefined) return
    this.#future.push(this.#state.text)
    this.#put(this.#state.base, before)
  }

  redo(): void {
    const after = this.#future.pop()
    if (after === undefined) return
    this.#past.push(this.#state.text)
    this.#put(this.#state.base, after)
  }

  /** Begins again from a version; the draft is gone, or is what was carried over to it. */
  begin(base: Base, text = base.yaml): void {
    this.#past = []
    this.#future = []
    this.#put(base, text)
  }

  /** Another tab has written: what it wrote counts. */
  readonly heard = (event: { key: string | null }): void => {
    if (event.key !== this.#key) return
    const kept = keptIn(this.#storage, this.#key) ?? { base: this.#state.base, text: this.#state.base.yaml }
    this.#past = []
    this.#future = []
    this.#tell(this.#made(kept))
  }

  #put(base: Base, text: string): void {
    if (text === base.yaml) this.#storage.removeItem(this.#key)
    else this.#storage.setItem(this.#key, JSON.stringify({ base, text }))
    this.#tell(this.#made({ base, text }))
  }

  #made({ base, text }: Kept): DraftState {
    const [canUndo, canRedo] = [this.#past.length > 0, this.#future.length > 0]
    return { base, text, changed: text !== base.yaml, canUndo, canRedo }
  }

  #tell(state: DraftState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

interface Kept {
  base: Base
  text: string
}

function keptIn(storage: Storage, key: string): Kept | undefined {
  const written = storage.getItem(key)
  return written === null ? undefined : (JSON.parse(written) as Kept)
}
