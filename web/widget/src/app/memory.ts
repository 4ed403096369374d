// What this browser keeps of a visitor between page loads: the token, and which conversations were theirs.
// Storage may be forbidden (private windows, third-party frames); then the memory lasts as long as the page.

/** Conversations whose history is shown again after a reload. More is a long scroll nobody asked for. */
const CONVERSATIONS_MAX = 3

export interface Memory {
  token: string
  conversations: string[]
  /** By which id the page around knows them. */
  identity?: string
}

export class Keeper {
  readonly #key: string
  #held: Memory | undefined
  /** Whether the memory outlives the page. */
  lasting = true

  constructor(workspace: string) {
    this.#key = `baton.visitor.${workspace}`
    this.#held = this.#read()
  }

  get memory(): Memory | undefined {
    return this.#held
  }

  keepToken(token: string, identity?: string): void {
    this.#write({ token, conversations: [], ...(identity && { identity }) })
  }

  keepConversation(id: string): void {
    const held = this.#held
    if (!held || held.conversations.includes(id)) return
    this.#write({ ...held, conversations: [...held.conversations, id].slice(-CONVERSATIONS_MAX) })
  }

  /** Takes over what another page of this server kept, as it is. */
  adopt(memory: Memory): void {
    this.#write(memory)
  }

  forget(): void {
    this.#write(undefined)
  }

  /** Another tab of this browser became a visitor, began a conversation, or was forgotten. */
  onOtherTab(listener: () => void): void {
    addEventListener("storage", event => {
      if (event.key !== this.#key) return
      this.#held = parse(event.newValue)
      listener()
    })
  }

  #read(): Memory | undefined {
    try {
      return parse(localStorage.getItem(this.#key))
    } catch {
      this.lasting = false
      return undefined
    }
  }

  #write(memory: Memory | undefined): void {
    this.#held = memory
    try {
      if (memory) localStorage.setItem(this.#key, JSON.stringify(memory))
      else localStorage.removeItem(this.#key)
    } catch {
      this.lasting = false
    }
  }
}

/** Somebody else may have written there: what does not fit counts as nothing. */
function parse(text: string | null): Memory | undefined {
  try {
    const memory = JSON.parse(text ?? "null") as Memory | null
    return typeof memory?.token === "string" && Array.isArray(memory.conversations) ? memory : undefined
  } catch {
    return undefined
  }
}
