// What is being written, per conversation and channel: kept on the server, so that it is there after a reload, on
// another device and in the other tab. Until the server has it, it is kept in this browser as well.

import {
  type DraftChannel,
  type Http,
  type Platform,
  ProblemError,
  type StaffAside,
  uuidv7,
} from "@baton/protocol"

/** Longer than the time between two keys: a draft is sent when the writing pauses. */
const PAUSE_MS = 600

type DraftAside = Extract<StaffAside, { kind: "draft" }>

export interface DraftsOptions {
  /** `/api/v1/workspaces/demo` */
  base: string
  http: Pick<Http, "ask">
  platform: Platform
  /** Where what the server does not have yet is kept. */
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">
}

export class Drafts {
  readonly #options: DraftsOptions
  /** Tells this tab's own changes from those of the others. */
  readonly #tab: string
  readonly #texts = new Map<string, string>()
  /** Changed here and not known to be kept; with what calls the next attempt off. */
  readonly #unsaved = new Map<string, () => void>()
  readonly #listeners = new Set<() => void>()

  constructor(options: DraftsOptions) {
    this.#options = options
    this.#tab = uuidv7(options.platform)
    for (const [name, text] of this.#leftBehind()) this.#texts.set(name, text)
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  text(conversation: string, channel: DraftChannel): string {
    return this.#texts.get(nameOf(conversation, channel)) ?? ""
  }

  /** The channels of a conversation in which something is begun. */
  begun(conversation: string): DraftChannel[] {
    return CHANNELS.filter(channel => this.text(conversation, channel).trim() !== "")
  }

  change(conversation: string, channel: DraftChannel, text: string): void {
    const name = nameOf(conversation, channel)
    if (this.#texts.get(name) === text) return
    this.#set(name, text)
    this.#options.storage.setItem(this.#kept(name), text)
    this.#unsaved.get(name)?.()
    // What was sent is gone at once, everywhere.
    const pause = text === "" ? 0 : PAUSE_MS
    this.#unsaved.set(
      name,
      this.#options.platform.after(pause, () => this.#save(name)),
    )
  }

  /** Another tab or device wrote, or the server says what it has. One's own newer words stay. */
  heard({ conversation, channel, text, tab }: DraftAside): void {
    const name = nameOf(conversation, channel)
    if (tab === this.#tab || this.#unsaved.has(name)) return
    this.#set(name, text)
  }

  /** There is a connection: what could not be kept before is tried again. */
  connected(): void {
    for (const [name] of this.#leftBehind()) if (!this.#unsaved.has(name)) void this.#save(name)
  }

  async #save(name: string): Promise<void> {
    const text = this.#texts.get(name) ?? ""
    this.#unsaved.set(name, () => {})
    const [conversation, channel] = name.split(" ")
    const address = `${this.#options.base}/conversations/${conversation}/drafts/${channel}`
    try {
      await this.#options.http.ask("PUT", address, { text, tab: this.#tab })
    } catch (error) {
      // Without a connection it is kept here until there is one; what the server refuses it would refuse again.
      if (!(error instanceof ProblemError) || error.code === "unreachable") {
        this.#unsaved.delete(name)
        return
      }
    }
    if ((this.#texts.get(name) ?? "") !== text) return
    this.#unsaved.delete(name)
    this.#options.storage.removeItem(this.#kept(name))
  }

  #set(name: string, text: string): void {
    if (text === "") this.#texts.delete(name)
    else this.#texts.set(name, text)
    for (const listener of this.#listeners) listener()
  }

  /** In this browser and perhaps not on the server. */
  #leftBehind(): [name: string, text: string][] {
    const { storage } = this.#options
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "")
    const prefix = this.#kept("")
    return keys
      .filter(key => key.startsWith(prefix))
      .map(key => [key.slice(prefix.length), storage.getItem(key) ?? ""])
  }

  #kept(name: string): string {
    return `baton.draft ${this.#options.base} ${name}`
  }
}

const CHANNELS: readonly DraftChannel[] = ["reply", "note", "whisper"]

const nameOf = (conversation: string, channel: DraftChannel) => `${conversation} ${channel}`
