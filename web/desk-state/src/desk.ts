// One viewer's desk: a stale copy plus frames equals a fresh snapshot. Puts and removes what the server says;
// holds no rule, interprets no event, knows no framework (React reads it by `useSyncExternalStore`).

import type { BoardFrame, BoardSnapshot, Frame, Snapshot } from "@baton/protocol"
import { type AnyObject, Objects, type OfType } from "./objects.ts"
import { type AnyLine, type Pending, type Transcript, Transcripts } from "./transcripts.ts"

/** A page of a transcript; `next` where another follows. */
export interface Page<L> {
  lines: readonly L[]
  next?: number
}

export class Desk<Y, O extends AnyObject, L extends AnyLine> {
  readonly #objects = new Objects<O>()
  readonly #transcripts = new Transcripts<L>()
  readonly #listeners = new Set<() => void>()
  readonly #lineListeners = new Set<(lines: readonly L[]) => void>()
  #you: Y | undefined
  #sequence = 0
  /** How often lines may have gone by unheard. */
  #lapses = 0

  /** Calls back after every change. What did not change keeps its identity. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Hands on the lines of frames as they come, for sound and motion; never those that were fetched. */
  onLines = (listener: (lines: readonly L[]) => void): (() => void) => {
    this.#lineListeners.add(listener)
    return () => this.#lineListeners.delete(listener)
  }

  /** Who this desk belongs to; none before the first snapshot. */
  get you(): Y | undefined {
    return this.#you
  }

  get sequence(): number {
    return this.#sequence
  }

  get<T extends O["type"]>(type: T, id: string): OfType<O, T> | undefined {
    return this.#objects.get(type, id)
  }

  all<T extends O["type"]>(type: T): readonly OfType<O, T>[] {
    return this.#objects.all(type)
  }

  transcript(conversation: string): Transcript<L> {
    return this.#transcripts.get(conversation)
  }

  /** Takes in what the connection hands on: in order, without gaps. */
  receive = (frame: Snapshot<Y, O> | Frame<O, L>): void => {
    if (frame.type === "snapshot") {
      this.#lapses += 1
      this.#transcripts.lapseAll(this.#sequence)
      this.#you = frame.you
      this.#objects.replace(frame.objects, type => !isOfBoard(type))
    } else {
      this.#transcripts.add(frame.lines)
      for (const key of this.#objects.change(frame.changes)) this.#transcripts.forget(key.id)
    }
    this.#sequence = frame.sequence
    this.#tell()
    if (frame.type === "frame" && frame.lines.length > 0) {
      for (const listener of this.#lineListeners) listener(frame.lines)
    }
  }

  /** Takes in the board, of which the desk is a part of its own: neither snapshot touches the other. */
  receiveBoard = (frame: BoardSnapshot<O> | BoardFrame<O>): void => {
    if (frame.type === "board_snapshot") this.#objects.replace(frame.objects, isOfBoard)
    else this.#objects.change(frame.changes)
    this.#tell()
  }

  /** The board is looked at no more. */
  leaveBoard(): void {
    this.#objects.replace([], isOfBoard)
    this.#tell()
  }

  /** Fetches what a transcript lacks, page by page. Lost connections meanwhile make it look again. */
  async fill(conversation: string, fetchPage: (after: number) => Promise<Page<L>>): Promise<void> {
    let lapses: number
    do {
      lapses = this.#lapses
      let next: number | undefined = this.transcript(conversation).through
      while (next !== undefined) {
        const page: Page<L> = await fetchPage(next)
        this.#transcripts.add(page.lines)
        this.#tell()
        next = page.next
      }
    } while (lapses !== this.#lapses)
    this.#transcripts.complete(conversation)
    this.#tell()
  }

  /** The conversation is no longer listened to: what comes from here on must be fetched. */
  lapse(conversation: string): void {
    this.#lapses += 1
    this.#transcripts.lapse(conversation, this.#sequence)
    this.#tell()
  }

  /** Listening began about when the transcript was fetched: a line may have slipped between. */
  recheck(conversation: string): void {
    this.#transcripts.recheck(conversation)
    this.#tell()
  }

  /** Shows a message before the server does. */
  posting(message: Pending): void {
    this.#transcripts.begin(message)
    this.#tell()
  }

  /** The server took it: it goes when its line comes. */
  posted(conversation: string, id: string, message: string): void {
    const shown = this.#transcripts.shows(conversation, message)
    this.#transcripts.amend(conversation, id, shown ? undefined : { message })
    this.#tell()
  }

  /** The server refused it: it stays, with the reason. */
  postRefused(conversation: string, id: string, refused: NonNullable<Pending["refused"]>): void {
    this.#transcripts.amend(conversation, id, { refused })
    this.#tell()
  }

  /** Throws a refused message away. */
  discard(conversation: string, id: string): void {
    this.#transcripts.amend(conversation, id, undefined)
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

const isOfBoard = (type: string) => type.startsWith("board_")
