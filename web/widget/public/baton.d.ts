// What a page can ask of the widget: `window.Baton`, once loader.js has run, and an array of calls before.
// Copy this file into a TypeScript project, or refer to it by its address, /widget/baton.d.ts.

/** Whom the page knows. `hash` is the HMAC-SHA256 of `id` under the workspace's identity secret, in hexadecimal. */
export interface BatonIdentity {
  id: string
  hash: string
  name?: string
  email?: string
}

export interface BatonEvents {
  /** The chat was opened or closed, by whatever means. */
  open: undefined
  close: undefined
  /** Somebody wrote to the visitor. */
  message: { agent: string }
  /** Messages nobody has looked at yet. */
  unread: { count: number }
  conversation: { conversation: string }
  ended: { conversation: string }
  /** A call could not be carried out: `bad_identity` where the hash does not fit, `text_too_long` of too much. */
  error: { code: string }
}

export interface BatonApi {
  open(): void
  close(): void
  /** The same visitor on every device; another id is another visitor. */
  identify(identity: BatonIdentity): void
  /** What agents read of the visitor, at once: keys given are set, `null` takes one back, all others stay. */
  setAttributes(attributes: Record<string, string | null>): void
  /** A stranger again: when the page's user signs out. */
  forget(): void
  on<E extends keyof BatonEvents>(event: E, listener: (detail: BatonEvents[E]) => void): void
  off<E extends keyof BatonEvents>(event: E, listener: (detail: BatonEvents[E]) => void): void
  /** The same calls as arrays, which also work before the loader has run. */
  push(...calls: BatonCall[]): void
}

type Callable = Exclude<keyof BatonApi, "push">

export type BatonCall = { [K in Callable]: [K, ...Parameters<BatonApi[K]>] }[Callable]

declare global {
  interface Window {
    Baton?: BatonApi | BatonCall[]
  }
}
