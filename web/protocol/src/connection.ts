// One viewer's socket over all its reconnects: hello, snapshot or resume, gap check, heartbeats, back-off.
// Hands frames on in order and without gaps; keeps no objects (desk-state does) and knows no workspace.

import { ProblemError } from "./http.ts"
import { Outbox, type Sent } from "./outbox.ts"
import type { Platform } from "./platform.ts"
import type {
  BoardFrame,
  BoardSnapshot,
  Frame,
  Goodbye,
  GoodbyeCode,
  ServerFrame,
  Snapshot,
  Typing,
} from "./wire.ts"

/** What is needed of a `WebSocket`. */
export interface SocketLike {
  send(data: string): void
  close(): void
  onopen: ((event: never) => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: never) => void) | null
}

export interface ConnectionOptions<Y, O, L, A = never> {
  /** Opens a socket to the same address each time. */
  open: () => SocketLike
  platform: Platform
  /** Read at each hello; staff browsers have a cookie instead. */
  token?: () => string | undefined
  /** Snapshots and frames, in order, without gaps or repeats. */
  receive: (frame: Snapshot<Y, O> | Frame<O, L>) => void
  typing?: (frame: Typing) => void
  /** What stands beside the journal, as it comes: the latest of a kind counts. */
  aside?: (aside: A) => void
  /** The board, while it is open: a snapshot, then what changes; after a gap a snapshot again. */
  board?: (frame: BoardSnapshot<O> | BoardFrame<O>) => void
}

export type ConnectionState =
  /** A socket is being opened. */
  | { at: "connecting" }
  /** Frames flow. */
  | { at: "open" }
  /** Lost; the next attempt is due then. `attempts` counts those that failed in a row. */
  | { at: "waiting"; until_ms: number; attempts: number; goodbye?: Goodbye }
  /** Over: trying again would not help. */
  | { at: "ended"; goodbye?: Goodbye }

/** The server speaks every 20 s; this much silence means that the line is dead. */
const SILENCE_MAX_MS = 50_000
const SILENCE_CHECK_MS = 10_000
const BACK_OFF_MIN_MS = 500
const BACK_OFF_MAX_MS = 20_000

/** After these, a new socket would be turned away as well. */
const FINAL: ReadonlySet<GoodbyeCode> = new Set(["session_ended", "stale_token", "bad_frame", "no_hello"])

export class Connection<C, Y, O, L, A = never> {
  readonly #options: ConnectionOptions<Y, O, L, A>
  readonly #outbox: Outbox<C>
  readonly #listeners = new Set<() => void>()
  #state: ConnectionState = { at: "connecting" }
  #socket: SocketLike | undefined
  /** The last frame or snapshot handed on; none before the first and where a snapshot must follow. */
  #sequence: number | undefined
  #watched: readonly string[] = []
  #boardOpen = false
  /** Of the board; none before its snapshot. */
  #boardSequence: number | undefined
  #attempts = 0
  #heard_ms = 0
  #goodbye: Goodbye | undefined
  #cancelTimer = () => {}

  constructor(options: ConnectionOptions<Y, O, L, A>) {
    this.#options = options
    this.#outbox = new Outbox(options.platform)
  }

  get state(): ConnectionState {
    return this.#state
  }

  /** Tells of changes of `state`. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Opens a socket, also before the next attempt is due. */
  connect(): void {
    if (this.#socket) return
    this.#cancelTimer()
    this.#goodbye = undefined
    this.#enter({ at: "connecting" })
    const socket = this.#options.open()
    this.#socket = socket
    socket.onopen = () => this.#greet(socket)
    socket.onmessage = event => this.#socket === socket && this.#read(String(event.data))
    socket.onclose = () => this.#socket === socket && this.#lost()
    this.#heard_ms = this.#options.platform.now()
    this.#watchSilence(socket)
  }

  /** Lets go of the socket. What was not answered is kept for the next `connect`. */
  close(): void {
    this.#drop()
    this.#enter({ at: "ended" })
  }

  /** Sends a command, now or once there is a connection. */
  command(command: C, id?: string): { id: string; done: Promise<Sent> } {
    return this.#outbox.add(command, id)
  }

  /** Staff: the conversations whose lines are wanted besides one's own. */
  watch(conversations: readonly string[]): void {
    this.#watched = conversations
    if (this.#state.at === "open") this.#send({ type: "watch", conversations })
  }

  /** Staff: the board is looked at, also over later sockets. */
  openBoard(): void {
    this.#boardOpen = true
    this.#askForBoard()
  }

  closeBoard(): void {
    this.#boardOpen = false
    this.#boardSequence = undefined
    if (this.#state.at === "open") this.#send({ type: "close_board" })
  }

  typing(conversation: string): void {
    if (this.#state.at === "open") this.#send({ type: "typing", conversation })
  }

  #greet(socket: SocketLike): void {
    if (this.#socket !== socket) return
    const token = this.#options.token?.()
    const resume = this.#sequence === undefined ? {} : { resume: { sequence: this.#sequence } }
    this.#send({ type: "hello", ...(token && { token }), ...resume })
    // A resume that missed nothing is answered by nothing: the line is good once the hello is out.
    if (this.#sequence !== undefined) this.#opened()
  }

  #opened(): void {
    if (this.#state.at === "open") return
    this.#enter({ at: "open" })
    if (this.#watched.length > 0) this.#send({ type: "watch", conversations: this.#watched })
    if (this.#boardOpen) this.#askForBoard()
    this.#outbox.connected((id, command) => this.#send({ type: "command", id, command }))
  }

  #read(data: string): void {
    const frame = JSON.parse(data) as ServerFrame<Y, O, L, A>
    this.#heard_ms = this.#options.platform.now()
    this.#attempts = 0
    switch (frame.type) {
      case "snapshot":
        this.#sequence = frame.sequence
        this.#options.receive(frame)
        this.#opened()
        break
      case "frame":
        this.#takeIn(frame)
        break
      case "board_snapshot":
        if (!this.#boardOpen) break
        this.#boardSequence = frame.sequence
        this.#options.board?.(frame)
        break
      case "board":
        this.#takeInBoard(frame)
        break
      case "reply":
        this.#outbox.replied(frame)
        break
      case "refused":
        this.#outbox.refused(frame.id, frame.problem)
        break
      case "typing":
        this.#options.typing?.(frame)
        break
      case "aside": {
        const { type: _, ...aside } = frame
        this.#options.aside?.(aside as unknown as A)
        break
      }
      case "heartbeat":
        this.#send({ type: "heartbeat" })
        break
      case "goodbye":
        this.#goodbye = frame
        break
    }
  }

  #takeIn(frame: Frame<O, L>): void {
    if (this.#sequence === undefined || frame.sequence <= this.#sequence) return
    if (frame.after !== this.#sequence) {
      // A frame is missing. A new socket resumes from the last good one, at once.
      this.#drop()
      this.connect()
      return
    }
    this.#sequence = frame.sequence
    this.#options.receive(frame)
  }

  #takeInBoard(frame: BoardFrame<O>): void {
    // Before the snapshot, or after the board was closed.
    if (this.#boardSequence === undefined) return
    if (frame.after !== this.#boardSequence) {
      this.#askForBoard()
      return
    }
    this.#boardSequence = frame.sequence
    this.#options.board?.(frame)
  }

  #askForBoard(): void {
    this.#boardSequence = undefined
    if (this.#state.at === "open") this.#send({ type: "open_board" })
  }

  #lost(): void {
    const goodbye = this.#goodbye
    this.#drop()
    if (goodbye?.code === "workspace_changed") this.#sequence = undefined
    if (goodbye && FINAL.has(goodbye.code)) {
      const { problem } = goodbye
      this.#outbox.abandon(new ProblemError(problem ?? sessionOver))
      this.#enter({ at: "ended", goodbye })
      return
    }
    const wait = Math.max(goodbye?.retry_after_ms ?? 0, this.#backOff())
    this.#attempts += 1
    const until_ms = this.#options.platform.now() + wait
    this.#cancelTimer = this.#options.platform.after(wait, () => this.connect())
    this.#enter({ at: "waiting", until_ms, attempts: this.#attempts, ...(goodbye && { goodbye }) })
  }

  /** Doubles with every failure, with half of it by chance, so that consoles do not return all at once. */
  #backOff(): number {
    const full = Math.min(BACK_OFF_MAX_MS, BACK_OFF_MIN_MS * 2 ** this.#attempts)
    const [chance = 0] = this.#options.platform.random(new Uint8Array(1))
    return Math.round(full * (0.5 + chance / 510))
  }

  #watchSilence(socket: SocketLike): void {
    this.#cancelTimer = this.#options.platform.after(SILENCE_CHECK_MS, () => {
      if (this.#socket !== socket) return
      if (this.#options.platform.now() - this.#heard_ms > SILENCE_MAX_MS) this.#lost()
      else this.#watchSilence(socket)
    })
  }

  #drop(): void {
    const socket = this.#socket
    this.#socket = undefined
    this.#cancelTimer()
    this.#outbox.disconnected()
    socket?.close()
  }

  #send(frame: { type: string; [field: string]: unknown }): void {
    this.#socket?.send(JSON.stringify(frame))
  }

  #enter(state: ConnectionState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

const sessionOver = {
  code: "unreachable",
  title: "You are signed out",
  status: 401,
  detail: "Sign in again; nothing that was sent is lost.",
} as const
