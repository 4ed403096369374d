// Clients of Baton's wire for browsers and Node: types, HTTP, and a socket that survives reconnects.
// Keeps no state of the desk; that is desk-state.

export { Connection, type ConnectionOptions, type ConnectionState, type SocketLike } from "./connection.ts"
export {
  Http,
  type HttpOptions,
  type Method,
  ProblemError,
  readAnswer,
  type Unreachable,
  unreachable,
} from "./http.ts"
export { OUTBOX_MAX, Outbox, type Sent } from "./outbox.ts"
export { type Platform, platform } from "./platform.ts"
export { uuidv7 } from "./uuid.ts"
export type * from "./wire.ts"
