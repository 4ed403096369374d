// Who is writing at this moment, per conversation. Forgotten after a few seconds, or when their message comes.

import type { Platform, StaffLine, Typing } from "@baton/protocol"

/** Clients repeat the sign every three seconds or so. */
const FORGOTTEN_AFTER_MS = 5_000

/** Somebody writing: an agent's name, or the visitor. */
export type Typist = string | "visitor"

export class Typists {
  readonly #platform: Platform
  readonly #byConversation = new Map<string, Typist>()
  readonly #cancel = new Map<string, () => void>()
  readonly #listeners = new Set<() => void>()

  constructor(platform: Platform) {
    this.#platform = platform
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  };

  in(conversation: string): Typist | undefined {
    return this.#byConversation.get(conversation)
  }

  heard({ conversation, name }: Typing): void {
    this.#cancel.get(conversation)?.()
    this.#cancel.set(
      conversation,
      this.#platform.after(FORGOTTEN_AFTER_MS, () => this.#forget(conversation)),
    )
    this.#byConversation.set(conversation, name ?? "visitor")
    this.#tell()
  }

  wrote(lines: readonly StaffLine[]): void {
    for (const line of lines) if (line.kind === "message") this.#forget(line.conversation)
  }

  #forget(conversation: string): void {
    this.#cancel.get(conversation)?.()
    this.#cancel.delete(conversation)
    if (this.#byConversation.delete(conversation)) this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
