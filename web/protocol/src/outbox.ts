// Commands on their way: kept, and sent again after every reconnect, until the server replied. Their ids make
// that safe (invariant I8). Holds no socket; `Connection` tells it when there is one.

import { ProblemError } from "./http.ts"
import type { Platform } from "./platform.ts"
import { uuidv7 } from "./uuid.ts"
import type { Answer, Problem, Reply } from "./wire.ts"

/** More than this many unanswered commands is not a person typing. */
export const OUTBOX_MAX = 200
/** How often a command is sent again that the server could not take at that moment. */
const RETRIES_MAX = 5
const RETRY_MS = 1_000

interface Entry<C> {
  command: C
  retries: number
  resolve: (reply: Sent) => void
  reject: (error: ProblemError) => void
}

/** A command that took effect: what it made, and the record that shows it. */
export interface Sent {
  id: string
  sequence: number
  answer: Answer
}

export class Outbox<C> {
  readonly #entries = new Map<string, Entry<C>>()
  readonly #platform: Platform
  #transmit: ((id: string, command: C) => void) | undefined

  constructor(platform: Platform) {
    this.#platform = platform
  }

  /** Takes a command in; sent at once if there is a socket. `id` is given to retry one that was refused. */
  add(command: C, id = uuidv7(this.#platform)): { id: string; done: Promise<Sent> } {
    if (this.#entries.size >= OUTBOX_MAX) return { id, done: Promise.reject(new ProblemError(outboxFull)) }
    const done = new Promise<Sent>((resolve, reject) => {
      this.#entries.set(id, { command, retries: 0, resolve, reject })
    })
    this.#transmit?.(id, command)
    return { id, done }
  }

  /** A socket is ready: everything unanswered goes out, in the order it was added. */
  connected(transmit: (id: string, command: C) => void): void {
    this.#transmit = transmit
    for (const [id, entry] of this.#entries) transmit(id, entry.command)
  }

  disconnected(): void {
    this.#transmit = undefined
  }

  replied(reply: Reply): void {
    this.#entries.get(reply.id)?.resolve({ id: reply.id, sequence: reply.sequence, answer: reply.answer })
    this.#entries.delete(reply.id)
  }

  refused(id: string, problem: Problem): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    const safeToRepeat = problem.code === "unavailable" || problem.code === "overloaded"
    if (safeToRepeat && entry.retries < RETRIES_MAX) {
      entry.retries += 1
      const wait = problem.retry_after_ms ?? RETRY_MS * 2 ** (entry.retries - 1)
      this.#platform.after(wait, () => this.#entries.has(id) && this.#transmit?.(id, entry.command))
      return
    }
    this.#entries.delete(id)
    entry.reject(new ProblemError(problem))
  }

  /** Nobody will answer any more (signed out). */
  abandon(problem: ProblemError): void {
    for (const entry of this.#entries.values()) entry.reject(problem)
    this.#entries.clear()
  }
}

const outboxFull = {
  code: "unreachable",
  title: "Too much is waiting to be sent",
  status: 0,
  detail: "The connection has been away for long. Wait until it is back, then try again.",
} as const
