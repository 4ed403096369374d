// How the console is set up for this agent: kept on the server, the same in every tab and on every device. Until
// they are known, what the product comes with counts.

import { type Http, ProblemError, type Settings } from "@baton/protocol"

export const AS_IT_COMES: Settings = {
  density: "comfortable",
  send_key: "enter",
  desktop_notifications: false,
  sounds: {
    volume: 70,
    offer: true,
    assigned: true,
    message: true,
    raised_hand: true,
    only_hidden: true,
    repeat: true,
  },
  shortcuts: { on: true, keys: {} },
}

export class PersonalSettings {
  readonly #address: string
  readonly #http: Pick<Http, "get" | "ask">
  readonly #listeners = new Set<() => void>()
  #settings = AS_IT_COMES
  /** Changes on their way; what the server says meanwhile is older. */
  #changes = 0

  constructor(base: string, http: Pick<Http, "get" | "ask">) {
    this.#address = `${base}/me/settings`
    this.#http = http
  }

  get current(): Settings {
    return this.#settings
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads them; after a lost connection as well, for what other tabs changed meanwhile. */
  async load(): Promise<void> {
    try {
      const settings = await this.#http.get<Settings>(this.#address)
      if (this.#changes === 0) this.#set(settings)
    } catch (error) {
      // The connection banner says so; they are read again with the next connection.
      if (!(error instanceof ProblemError)) throw error
    }
  }

  /** Changed in another tab. */
  heard(settings: Settings): void {
    if (this.#changes === 0) this.#set(settings)
  }

  /** Takes effect at once; a refusal takes it back and is thrown. */
  async change(part: Partial<Settings>): Promise<void> {
    const before = this.#settings
    const wanted = { ...before, ...part }
    this.#set(wanted)
    this.#changes += 1
    try {
      await this.#http.ask("PUT", this.#address, wanted)
    } catch (error) {
      if (this.#settings === wanted) this.#set(before)
      throw error
    } finally {
      this.#changes -= 1
    }
  }

  #set(settings: Settings): void {
    this.#settings = settings
    for (const listener of this.#listeners) listener()
  }
}
