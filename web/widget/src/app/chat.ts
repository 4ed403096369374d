// The visitor's side of one workspace: who they are, their conversation and its lines, what is under way.
// Puts and removes what the server says and interprets no event. Has no DOM; the screens read `state`.

import type {
  SocketLike,
  VisitorAside,
  VisitorCommand,
  VisitorConversation,
  VisitorObject,
  VisitorServerFrame,
  VisitorYou,
} from "@baton/protocol"
import { Connection, ProblemError, platform, uuidv7 } from "@baton/protocol"
import { ATTRIBUTES_CHARS_MAX } from "./bounds.ts"
import { type Line, lastSequence, merge } from "./lines.ts"
import type { Keeper } from "./memory.ts"
import { Outbox, type Sending } from "./outbox.ts"
import { Requests } from "./requests.ts"

export type Conversation = Pick<VisitorConversation, "id" | "status" | "choice_asked" | "others"> &
  Partial<VisitorConversation>

export type Choice = Extract<VisitorCommand, { type: "answer_choice" }>["choice"]

export interface State {
  /** The history is on its way. */
  loading: boolean
  /** `none` before somebody becomes a visitor. */
  link: "none" | "connecting" | "open" | "lost"
  conversation: Conversation | undefined
  lines: readonly Line[]
  sendings: readonly Sending[]
  /** Which agent is typing. */
  typing: string | undefined
  /** Up to where the conversation on screen was read, by the numbers in the ids of messages. */
  read: { here: number | undefined; byAgents: number }
}

/** What the page around says of the visitor; `hash` is made by its server. */
export interface Identity {
  id: string
  hash: string
}

/** What the page says of the visitor: what has no value it takes back. */
export type Said = Record<string, string | null>

/** What a page says in a loop is told together, so that the visitor's own commands keep their share. */
const GATHERED_MS = 500
/** A typing agent says so again while it lasts; then it is over. */
const TYPING_SHOWN_MS = 5_000
/** Saying so more often tells nobody more. */
const TYPING_SAID_MS = 2_500

const NOT_READ = { here: undefined, byAgents: 0 }

type Wire = Connection<VisitorCommand, VisitorYou, VisitorObject, Line, VisitorAside>
type Received = Extract<VisitorServerFrame, { type: "snapshot" | "frame" }>

export class Chat {
  readonly #keeper: Keeper
  readonly #requests: Requests
  readonly #outbox: Outbox
  readonly #listeners = new Set<() => void>()
  readonly #objects = new Map<string, Conversation>()
  #connection: Wire | undefined
  #state: State = {
    loading: false,
    link: "none",
    conversation: undefined,
    lines: [],
    sendings: [],
    typing: undefined,
    read: NOT_READ,
  }
  /** A snapshot has come: what is not on this desk is not open. */
  #informed = false
  /** The visitor wants another conversation instead of the closed one. */
  #starting = false
  /** The command id of a conversation that is opened without a message. */
  #opening = uuidv7(platform)
  #typingSaid_ms = 0
  #typingOver = () => {}
  #identifying: Promise<void> = Promise.resolve()
  /** Who the visitor will be once the stranger's conversation is over. */
  #claimed: Identity | undefined
  /** What the page has said and no conversation knows yet; the wait in which more of it gathers. */
  #untold: Said = {}
  #gathering = false
  readonly #opens: { language?: string; pipeline?: string }
  /** What the next conversation is opened with: what is known of the visitor, and their answers to its forms. */
  attributes: Record<string, string> = {}
  answers: Record<string, string> = {}
  /** Hears why something was not taken that the page around said. */
  refused: (error: { code?: string }) => void = () => {}

  /** `opens` is what every conversation of this page is opened with. */
  constructor(workspace: string, keeper: Keeper, opens: { language?: string; pipeline?: string } = {}) {
    this.#keeper = keeper
    this.#opens = opens
    this.#requests = new Requests(workspace, () => keeper.memory?.token)
    this.#outbox = new Outbox({
      deliver: (sending, change) => this.#deliver(sending, change),
      stalled: () => this.#state.link === "none" && this.#set({ link: "lost" }),
      changed: () => this.#set({ sendings: this.#outbox.sendings }),
    })
    keeper.onOtherTab(() => keeper.memory && this.#connect())
    if (keeper.memory) this.#connect()
  }

  get state(): State {
    return this.#state
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The first message opens a conversation, which takes no files: they follow as a message of their own. */
  send(text: string, files: readonly File[]): void {
    const split = !this.#current() && text && files.length > 0
    if (text || files.length > 0) this.#outbox.add(text, split ? [] : files)
    if (split) this.#outbox.add("", files)
  }

  /**
   * Becomes the visitor whom the page around knows; whoever was somebody else is forgotten. A stranger's open
   * conversation is finished first, so that nobody loses it by signing in. Fails where the hash does not fit.
   */
  identify(identity: Identity): Promise<void> {
    const done = this.#identifying.then(() => this.#identify(identity))
    // What is written meanwhile waits for it, and goes out as it would have where it failed.
    this.#identifying = done.catch(() => {})
    return done
  }

  /** For the next conversation, and for one under way at once. A page may say numbers; kept are words. */
  setAttributes(said: Record<string, unknown>): void {
    const attributes = { ...this.attributes }
    const untold = { ...this.#untold }
    for (const [key, value] of Object.entries(said)) {
      untold[key] = value == null ? null : String(value)
      if (value == null) delete attributes[key]
      else attributes[key] = String(value)
    }
    // Nobody is kept from chatting by a page that says too much.
    if (Object.entries(attributes).flat().join("").length > ATTRIBUTES_CHARS_MAX) {
      this.refused({ code: "text_too_long" })
      return
    }
    this.attributes = attributes
    this.#untold = untold
    if (this.#gathering) return
    this.#gathering = true
    platform.after(GATHERED_MS, () => {
      this.#gathering = false
      this.#tell()
    })
  }

  /** A stranger again: for a page whose user signs out. */
  forget(): void {
    this.#untold = {}
    for (const { id } of this.#state.sendings) this.discard(id)
    const { page } = this.attributes
    this.attributes = page ? { page } : {}
    this.answers = {}
    this.#claimed = undefined
    this.#leave()
  }

  retry(id: string): void {
    this.#outbox.retry(id)
  }

  discard(id: string): void {
    this.#outbox.discard(id)
  }

  /** Answers the question what to do when nobody is free; `text` is the message that is left. */
  async choose(choice: Choice, text?: string): Promise<void> {
    await this.#ask(conversation => ({
      type: "answer_choice",
      conversation,
      choice,
      ...(text && { text }),
    }))
  }

  async end(): Promise<void> {
    await this.#ask(conversation => ({ type: "close", conversation }))
  }

  /** How it was, 1 to 5. */
  async rate(rating: number, comment: string): Promise<void> {
    const { conversation } = this.#state
    if (conversation)
      await this.#command({ type: "answer_survey", conversation: conversation.id, rating, comment })
  }

  /** The conversation on screen as a text, with the times of this browser's zone. */
  transcript(): Promise<string> {
    const { conversation } = this.#state
    return this.#requests.transcriptText(conversation?.id ?? "", this.#opens.language)
  }

  /** Shows the start again; the closed conversation stays in the history. */
  startAgain(): void {
    this.#starting = true
    this.#show()
    const claimed = this.#claimed
    this.#claimed = undefined
    // It was taken once; where it is no longer, the visitor stays who they are.
    if (claimed) this.identify(claimed).catch(() => {})
  }

  typing(): void {
    const conversation = this.#current()
    if (!conversation || Date.now() - this.#typingSaid_ms < TYPING_SAID_MS) return
    this.#typingSaid_ms = Date.now()
    this.#connection?.typing(conversation)
  }

  /** What is on screen is seen. Where that cannot be told, the next time tells as much. */
  haveRead(): void {
    const { conversation, lines, read } = this.#state
    const last = lines.findLast(line => line.kind === "message" && line.conversation === conversation?.id)
    if (last?.kind !== "message" || number(last.message) <= (read.here ?? 0)) return
    this.#set({ read: { ...read, here: number(last.message) } })
    if (conversation?.status !== "closed")
      this.#requests.markRead(last.conversation, last.message).catch(() => {})
  }

  /** The network or the page is back: no reason to wait for the rest of the pause. */
  hurry(): void {
    if (this.#connection?.state.at === "waiting") this.#connection.connect()
  }

  async #identify(identity: Identity): Promise<void> {
    const { memory } = this.#keeper
    if (memory?.identity === identity.id) return
    if (memory && memory.identity === undefined) {
      await this.#knowing()
      if (this.#current()) {
        this.#claimed = identity
        return
      }
    }
    const token = await this.#requests.becomeVisitor(identity)
    this.#leave()
    this.#keeper.keepToken(token, identity.id)
    this.#connect()
  }

  #leave(): void {
    if (this.#connection) this.#connection.close()
    else this.#reset()
  }

  #connect(): void {
    if (this.#connection) return
    const connection: Wire = new Connection({
      open: () => new WebSocket(this.#requests.socketAddress) as SocketLike,
      platform,
      token: () => this.#keeper.memory?.token,
      receive: frame => this.#receive(frame),
      typing: frame => this.#showTyping(frame.name ?? undefined),
      aside: aside => this.#showRead(aside),
    })
    this.#connection = connection
    connection.subscribe(() => {
      const { at } = connection.state
      if (at === "ended") this.#reset()
      else if (at !== "connecting") this.#set({ link: at === "open" ? "open" : "lost" })
    })
    this.#set({ link: "connecting", loading: (this.#keeper.memory?.conversations.length ?? 0) > 0 })
    connection.connect()
  }

  /** The token is worth nothing any more: a stranger again. */
  #reset(): void {
    this.#connection = undefined
    this.#informed = false
    this.#keeper.forget()
    this.#objects.clear()
    this.#set({ link: "none", loading: false, conversation: undefined, lines: [] })
  }

  #receive(frame: Received): void {
    if (frame.type === "snapshot") {
      this.#informed = true
      this.#objects.clear()
      for (const object of frame.objects) this.#objects.set(object.id, object)
      this.#show()
      this.#tell()
      void this.#catchUp()
      return
    }
    for (const change of frame.changes) {
      if ("put" in change) this.#objects.set(change.put.id, change.put)
      // What leaves the desk is closed and read from the history.
      else if ("id" in change.remove) this.#objects.delete(change.remove.id)
    }
    this.#addLines(frame.lines)
    this.#show()
  }

  /** A snapshot has no lines: those missing are read. What comes by frames meanwhile is merged. */
  async #catchUp(): Promise<void> {
    const { lines } = this.#state
    const ids = new Set([...(this.#keeper.memory?.conversations ?? []), ...this.#objects.keys()])
    const transcripts = [...ids].map(id => this.#requests.transcript(id, lastSequence(lines, id)))
    for (const transcript of await Promise.allSettled(transcripts)) {
      if (transcript.status === "fulfilled") this.#addLines(transcript.value)
    }
    this.#set({ loading: false })
  }

  #addLines(lines: readonly Line[]): void {
    for (const line of lines) {
      if (line.kind !== "message") continue
      if (line.author.type === "you") this.#outbox.arrived(line)
      else this.#showTyping(undefined)
    }
    this.#set({ lines: merge(this.#state.lines, lines) })
  }

  #showRead({ conversation, message, reader }: VisitorAside): void {
    const { read } = this.#state
    if (conversation !== this.#state.conversation?.id) return
    const upTo = (known = 0) => Math.max(known, number(message))
    this.#set({
      read:
        reader.type === "you"
          ? { ...read, here: upTo(read.here) }
          : { ...read, byAgents: upTo(read.byAgents) },
    })
  }

  #showTyping(name: string | undefined): void {
    this.#typingOver()
    this.#set({ typing: name })
    if (name) this.#typingOver = platform.after(TYPING_SHOWN_MS, () => this.#set({ typing: undefined }))
  }

  /** The conversation on screen: the newest that is open, else the newest there was. */
  #show(): void {
    const byAge = [...this.#objects.values()].sort((a, b) => number(b.id) - number(a.id))
    const open = byAge.find(conversation => conversation.status !== "closed")
    if (open) this.#starting = false
    const last = this.#keeper.memory?.conversations.at(-1)
    const past: Conversation | undefined = last
      ? { id: last, status: "closed", choice_asked: false, others: [] }
      : undefined
    const conversation = open ?? (this.#starting ? undefined : (byAge[0] ?? past))
    if (conversation) this.#keeper.keepConversation(conversation.id)
    const same = conversation?.id === this.#state.conversation?.id
    this.#set({ conversation, ...(!same && { read: NOT_READ }) })
  }

  #current(): string | undefined {
    const { conversation } = this.#state
    return conversation && conversation.status !== "closed" ? conversation.id : undefined
  }

  async #deliver(sending: Sending, change: (change: Partial<Sending>) => void): Promise<string | undefined> {
    await this.#identifying
    if (!this.#keeper.memory) this.#keeper.keepToken(await this.#requests.becomeVisitor())
    this.#connect()
    await this.#knowing()
    const conversation = this.#current()
    if (!conversation) {
      const silent = sending.files.length > 0
      const opened = await this.#open(silent ? undefined : sending)
      if (!silent) return opened
      return this.#deliver(sending, change)
    }
    const uploaded = [...sending.uploaded]
    for (const file of sending.files.slice(uploaded.length)) {
      uploaded.push(await this.#requests.upload(conversation, file, progress => change({ progress })))
      change({ uploaded: [...uploaded], progress: 0 })
    }
    const message = { text: sending.text, files: uploaded }
    const { answer } = await this.#command({ type: "post_message", conversation, message }, sending.id)
    return answer.type === "posted" ? answer.message : undefined
  }

  /** Until the server has said what there is, an open conversation may be unknown. */
  #knowing(): Promise<void> {
    return new Promise(resolve => {
      const look = () => {
        if (!this.#informed && this.#connection) return
        this.#listeners.delete(look)
        resolve()
      }
      this.#listeners.add(look)
      look()
    })
  }

  async #open(first: Sending | undefined): Promise<string | undefined> {
    const message = first && { text: first.text, files: [] }
    const { attributes, answers } = this
    this.#untold = {}
    const id = first?.id ?? this.#opening
    const { answer } = await this.#command(
      {
        type: "open_conversation",
        attributes,
        answers,
        ...this.#opens,
        ...(message && { message }),
      },
      id,
    )
    if (answer.type !== "opened") return undefined
    this.#opening = uuidv7(platform)
    // The frame that shows it may be a moment behind the reply.
    if (!this.#objects.has(answer.conversation)) {
      this.#objects.set(answer.conversation, {
        id: answer.conversation,
        status: "waiting",
        choice_asked: false,
        others: [],
      })
    }
    this.#show()
    this.#tell()
    return answer.message ?? undefined
  }

  /** The server merges: another tab may know what this one does not. */
  #tell(): void {
    const attributes = this.#untold
    if (!this.#current() || Object.keys(attributes).length === 0) return
    this.#untold = {}
    this.#ask(conversation => ({ type: "set_attributes", conversation, attributes })).catch(error => {
      // One that ended meanwhile needs to know no more.
      if (error.code !== "conversation_closed") this.refused(error)
    })
  }

  async #ask(command: (conversation: string) => VisitorCommand): Promise<void> {
    const conversation = this.#current()
    if (conversation) await this.#command(command(conversation))
  }

  #command(command: VisitorCommand, id?: string) {
    if (!this.#connection) throw new ProblemError({ code: "unreachable", title: "", status: 0, detail: "" })
    return this.#connection.command(command, id).done
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

/** Ids count up: `cnv_12` came after `cnv_9`. */
export const number = (id: string): number => Number(id.slice(id.indexOf("_") + 1))
