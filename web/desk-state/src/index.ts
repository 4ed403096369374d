// The state core of console and widget: snapshots and frames as objects, transcripts, pending messages.

import type {
  StaffLine,
  StaffObject,
  StaffYou,
  VisitorLine,
  VisitorObject,
  VisitorYou,
} from "@baton/protocol"
import { Desk } from "./desk.ts"

export { Desk, type Page } from "./desk.ts"
export { type AnyMark, isAfter, Marks } from "./marks.ts"
export type { AnyObject, OfType } from "./objects.ts"
export type { AnyLine, Pending, Transcript } from "./transcripts.ts"

/** An agent's desk. */
export class StaffDesk extends Desk<StaffYou, StaffObject, StaffLine> {}

/** A visitor's desk. */
export class VisitorDesk extends Desk<VisitorYou, VisitorObject, VisitorLine> {}
