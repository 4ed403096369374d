// How far each person has read each conversation, the latest mark of each. They come beside the journal, in any order;
// an earlier one changes nothing.

/** What marks of both sides have. */
export interface AnyMark {
  conversation: string
  message: string
  reader: { type: string; id?: string; name?: string }
}

export class Marks<M extends AnyMark> {
  readonly #byConversation = new Map<string, readonly M[]>()
  readonly #listeners = new Set<() => void>()

  /** Calls back after every change. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  };

  /** One mark for each reader; the same list until one of them changes. */
  in(conversation: string): readonly M[] {
    return this.#byConversation.get(conversation) ?? NONE
  }

  heard(mark: M): void {
    const before = this.in(mark.conversation)
    const known = before.find(one => sameReader(one, mark))
    if (known && !isAfter(mark.message, known.message)) return
    const others = before.filter(one => one !== known)
    this.#byConversation.set(mark.conversation, [...others, mark])
    for (const listener of this.#listeners) listener()
  }
}

const NONE: readonly never[] = []

/** Whether a message was said after another: their numbers count up. */
export function isAfter(message: string, other: string): boolean {
  return number(message) > number(other)
}

const number = (message: string) => Number(message.slice(message.indexOf("_") + 1))

const sameReader = ({ reader: a }: AnyMark, { reader: b }: AnyMark) =>
  a.type === b.type && a.id === b.id && (a.id !== undefined || a.name === b.name)
