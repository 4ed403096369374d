// Lines per conversation, in journal order, each once; and the messages that are still on their way.
// Knows from where on a transcript is whole, so that a reader fetches only what it lacks.

/** What every line on the wire has. A line's identity is its sequence. */
export interface AnyLine {
  sequence: number
  conversation: string
  message?: string
}

/** A message that the server has not shown back yet. */
export interface Pending {
  /** The command's id. */
  id: string
  conversation: string
  at_ms: number
  text: string
  audience: "everybody" | "staff" | "whisper"
  files: readonly { id: string; name: string; bytes: number; media_type: string }[]
  /** The message it became, once the server replied. */
  message?: string
  /** Why it was refused; it stays until it is sent again or thrown away. */
  refused?: { code: string; title: string; detail: string }
}

export interface Transcript<L> {
  readonly lines: readonly L[]
  /** Whether every line from the beginning to this moment is here. */
  readonly whole: boolean
  /** Up to this sequence nothing is missing; fetch what comes after it. */
  readonly through: number
  readonly pending: readonly Pending[]
}

const NOTHING: Transcript<never> = { lines: [], whole: false, through: 0, pending: [] }

export class Transcripts<L extends AnyLine> {
  readonly #byConversation = new Map<string, Transcript<L>>()

  get(conversation: string): Transcript<L> {
    return this.#byConversation.get(conversation) ?? NOTHING
  }

  /** Takes in lines as they happen or as they were fetched, in any order. */
  add(lines: readonly L[]): void {
    for (const [conversation, some] of byConversation(lines)) {
      const before = this.get(conversation)
      const merged = merge(before.lines, some)
      const shown = new Set(some.flatMap(line => line.message ?? []))
      const pending = before.pending.filter(entry => !(entry.message && shown.has(entry.message)))
      this.#set(conversation, { ...before, lines: merged, pending: keep(before.pending, pending) })
    }
  }

  /** All pages up to this moment are here; live lines continue them. */
  complete(conversation: string): void {
    this.#set(conversation, { ...this.get(conversation), whole: true })
  }

  /** From `sequence` on lines may be missing: nobody listened. */
  lapse(conversation: string, sequence: number): void {
    const before = this.#byConversation.get(conversation)
    if (before?.whole) this.#set(conversation, { ...before, whole: false, through: sequence })
  }

  /** What came live may have begun too late: to be fetched again from where it was fetched last. */
  recheck(conversation: string): void {
    const before = this.#byConversation.get(conversation)
    if (before?.whole) this.#set(conversation, { ...before, whole: false })
  }

  lapseAll(sequence: number): void {
    for (const conversation of this.#byConversation.keys()) this.lapse(conversation, sequence)
  }

  forget(conversation: string): void {
    this.#byConversation.delete(conversation)
  }

  begin(entry: Pending): void {
    const before = this.get(entry.conversation)
    const others = before.pending.filter(other => other.id !== entry.id)
    this.#set(entry.conversation, { ...before, pending: [...others, entry] })
  }

  /** Changes a pending message, or takes it away with `undefined`. */
  amend(conversation: string, id: string, change: Partial<Pending> | undefined): void {
    const before = this.get(conversation)
    const pending = before.pending.flatMap(entry => {
      if (entry.id !== id) return [entry]
      return change ? [{ ...entry, ...change }] : []
    })
    this.#set(conversation, { ...before, pending })
  }

  /** The line of a reply may have come before the reply. */
  shows(conversation: string, message: string): boolean {
    return this.get(conversation).lines.some(line => line.message === message)
  }

  #set(conversation: string, transcript: Transcript<L>): void {
    this.#byConversation.set(conversation, transcript)
  }
}

function byConversation<L extends AnyLine>(lines: readonly L[]): Map<string, L[]> {
  const groups = new Map<string, L[]>()
  for (const line of lines) {
    const group = groups.get(line.conversation)
    if (group) group.push(line)
    else groups.set(line.conversation, [line])
  }
  return groups
}

/** Both lists in order, each sequence once. The usual case, a line at the end, copies and appends. */
function merge<L extends AnyLine>(before: readonly L[], lines: readonly L[]): readonly L[] {
  const last = before.at(-1)?.sequence ?? -1
  const known = new Set(before.map(line => line.sequence))
  const fresh = lines.filter(line => !known.has(line.sequence) && known.add(line.sequence))
  if (fresh.length === 0) return before
  const merged = [...before, ...fresh]
  const inOrder = fresh.every((line, at) => line.sequence > (fresh[at - 1]?.sequence ?? last))
  return inOrder ? merged : merged.sort((a, b) => a.sequence - b.sequence)
}

const keep = <T>(before: readonly T[], after: readonly T[]) =>
  before.length === after.length ? before : after
