// Messages on their way: shown at once, delivered one after another, tried again by hand where the server
// refused. What has to happen for one message (visitor, conversation, files, message) stands in `deliver`.

import { ProblemError, platform, uuidv7 } from "@baton/protocol"
import type { Message } from "./lines.ts"

export interface Sending {
  /** The command's id, so that a repeat takes effect once. */
  id: string
  at_ms: number
  text: string
  files: readonly File[]
  /** File ids the server gave so far, in order. */
  uploaded: readonly string[]
  /** Of the file that is under way, 0 to 1. */
  progress: number
  /** Why it was not sent; none while it is on its way. */
  problem?: string
  /** Known once the server replied; the line with it takes this one's place. */
  message?: string
}

/** How soon something is tried again that the server could not take at that moment. */
const RETRY_MS = 2_000

export interface Delivery {
  /** Delivers one message whole; may be called again for the same one. Answers the message's id. */
  deliver(sending: Sending, change: (change: Partial<Sending>) => void): Promise<string | undefined>
  /** The server could not be reached. */
  stalled(): void
  changed(): void
}

export class Outbox {
  #sendings: readonly Sending[] = []
  #busy = false
  readonly #delivery: Delivery

  constructor(delivery: Delivery) {
    this.#delivery = delivery
  }

  get sendings(): readonly Sending[] {
    return this.#sendings
  }

  add(text: string, files: readonly File[]): void {
    const sending = { id: uuidv7(platform), at_ms: Date.now(), text, files, uploaded: [], progress: 0 }
    this.#set([...this.#sendings, sending])
    void this.#run()
  }

  /** A refused command left no trace, so it goes out as another one: the old id may be too old by then. */
  retry(id: string): void {
    const again = { id: uuidv7(platform), problem: undefined }
    this.#set(this.#sendings.map(sending => (sending.id === id ? { ...sending, ...again } : sending)))
    void this.#run()
  }

  discard(id: string): void {
    this.#set(this.#sendings.filter(sending => sending.id !== id))
  }

  /**
   * An own line arrived. After a reconnect it may come before the reply that names it; then it is the first
   * message under way that says the same.
   */
  arrived(line: Message): void {
    const same = (sending: Sending) =>
      sending.message
        ? sending.message === line.message
        : !sending.problem && sending.text === line.text && sending.files.length === line.files.length
    const match = this.#sendings.find(same)
    if (match) this.discard(match.id)
  }

  async #run(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    for (let next = this.#next(); next; next = this.#next()) await this.#attempt(next)
    this.#busy = false
  }

  #next(): Sending | undefined {
    return this.#sendings.find(sending => !sending.problem && !sending.message)
  }

  async #attempt(sending: Sending): Promise<void> {
    const change = (changed: Partial<Sending>) =>
      this.#set(this.#sendings.map(each => (each.id === sending.id ? { ...each, ...changed } : each)))
    try {
      const message = await this.#delivery.deliver(sending, change)
      if (message) change({ message })
      else this.discard(sending.id)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      const { problem } = error
      if (problem.code !== "unreachable" && problem.status !== 429 && problem.status < 500) {
        change({ problem: problem.detail || problem.title })
        return
      }
      this.#delivery.stalled()
      await new Promise<void>(resolve => platform.after(problem.retry_after_ms ?? RETRY_MS, resolve))
    }
  }

  #set(sendings: readonly Sending[]): void {
    this.#sendings = sendings
    this.#delivery.changed()
  }
}
