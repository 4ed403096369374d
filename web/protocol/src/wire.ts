// The wire's types under the names the screens use. All come from `generated.ts`, made of api/openapi.json by
// `npm run generate`; only the frames are written again with type parameters, and held against the contract.

import type { components } from "./generated.ts"

type Schemas = components["schemas"]

export type Action = Schemas["Action"]
export type AgentName = Schemas["AgentName"]
export type AgentStatus = Schemas["AgentStatus"]
export type AgentTarget = Schemas["AgentTarget"]
export type AllowedAction = Schemas["AllowedAction"]
export type Answer = Schemas["Answer"]
export type AssistMode = Schemas["AssistMode"]
export type Audience = Schemas["Audience"]
export type BoardAgent = Schemas["BoardAgent"]
export type BoardAlert = Schemas["BoardAlert"]
export type BoardConversation = Schemas["BoardConversation"]
export type BoardQueue = Schemas["BoardQueue"]
export type BoardRisk = Schemas["BoardRisk"]
export type Chain = Schemas["Chain"]
export type ChartAbout = Schemas["ChartAbout"]
export type CodeLabel = Schemas["CodeLabel"]
export type ColumnAbout = Schemas["ColumnAbout"]
export type CommandReply = Schemas["CommandReply"]
export type Completion = Schemas["Completion"]
export type Completions = Schemas["Completions"]
export type Conversation = Schemas["Conversation"]
export type Density = Schemas["Density"]
export type Directory = Schemas["Directory"]
export type DocumentChange = Schemas["DocumentChange"]
export type DocumentChanges = Schemas["DocumentChanges"]
export type DocumentChecked = Schemas["DocumentChecked"]
export type DocumentVersion = Schemas["DocumentVersion"]
export type DocumentVersions = Schemas["DocumentVersions"]
export type DraftChannel = Schemas["DraftChannel"]
export type DirectoryAgent = Schemas["DirectoryAgent"]
export type EscalationTarget = Schemas["EscalationTarget"]
export type EstimatedWait = Schemas["EstimatedWait"]
export type Excluded = Schemas["Excluded"]
export type Explained = Schemas["Explained"]
export type ExplainedMoment = Schemas["ExplainedMoment"]
export type Explanation = Schemas["Explanation"]
export type FieldChange = Schemas["FieldChange"]
export type File = Schemas["File"]
export type FilterAbout = Schemas["FilterAbout"]
export type FilterOption = Schemas["FilterOption"]
export type Finding = Schemas["Finding"]
export type Flow = Schemas["Flow"]
export type FlowLane = Schemas["FlowLane"]
export type FlowMove = Schemas["FlowMove"]
export type FlowStay = Schemas["FlowStay"]
export type FormField = Schemas["FormField"]
export type FoundConversation = Schemas["FoundConversation"]
export type FoundConversations = Schemas["FoundConversations"]
export type FoundPassage = Schemas["FoundPassage"]
export type GoodbyeCode = Schemas["GoodbyeCode"]
export type Hand = Schemas["Hand"]
export type HandCause = Schemas["HandCause"]
export type HoursPreviewed = Schemas["HoursPreviewed"]
export type Invitation = Schemas["Invitation"]
export type KeptDraft = Schemas["KeptDraft"]
export type LineCompletion = Schemas["LineCompletion"]
export type Me = Schemas["Me"]
export type Membership = Schemas["Membership"]
export type Mention = Schemas["Mention"]
export type Mentions = Schemas["Mentions"]
export type MessageTrigger = Schemas["Trigger"]
export type MessagesPreviewed = Schemas["MessagesPreviewed"]
export type Metadata = Schemas["Metadata"]
export type MetadataWait = Schemas["MetadataWait"]
export type Note = Schemas["Note"]
export type NoticeCode = Schemas["NoticeCode"]
export type ObjectKey = Schemas["ObjectKey"]
export type Off = Schemas["Off"]
export type Offer = Schemas["Offer"]
export type OnUnanswered = Schemas["OnUnanswered"]
export type OpeningStage = Schemas["OpeningStage"]
export type Participant = Schemas["Participant"]
export type PasswordMade = Schemas["PasswordMade"]
export type Person = Schemas["Person"]
export type QueueName = Schemas["QueueName"]
export type QueueTarget = Schemas["QueueTarget"]
export type ReadMark = Schemas["ReadMark"]
export type Reader = Schemas["Reader"]
export type ReportAbout = Schemas["ReportAbout"]
export type ReportAnswer = Schemas["ReportAnswer"]
export type ReportConversation = Schemas["ReportConversation"]
export type SavedReport = Schemas["SavedReport"]
export type SendKey = Schemas["SendKey"]
export type Session = Schemas["Session"]
export type Settings = Schemas["Settings"]
export type Sounds = Schemas["Sounds"]
export type StaffAside = Schemas["StaffAside"]
export type StaffCommand = Schemas["StaffCommand"]
export type StaffEvent = Schemas["StaffEvent"]
export type StaffLine = Schemas["StaffLine"]
export type StaffMessage = Schemas["StaffMessage"]
export type StaffObject = Schemas["StaffObject"]
export type StaffReadMarks = Schemas["StaffReadMarks"]
export type StaffTranscript = Schemas["StaffTranscript"]
export type StaffYou = Schemas["StaffYou"]
export type StartTransfer = Schemas["StartTransfer"]
export type Target = Schemas["Target"]
export type TargetName = Schemas["TargetName"]
export type Targets = Schemas["Targets"]
export type TokenMade = Schemas["TokenMade"]
export type Tokens = Schemas["Tokens"]
export type Transfer = Schemas["Transfer"]
export type TransferMode = Schemas["TransferMode"]
export type Triggers = Schemas["Triggers"]
export type Uploaded = Schemas["Uploaded"]
export type User = Schemas["User"]
export type Users = Schemas["Users"]
export type Verdict = Schemas["Verdict"]
export type VisitorAside = Schemas["VisitorAside"]
export type VisitorCommand = Schemas["VisitorCommand"]
export type VisitorConversation = Schemas["VisitorConversation"]
export type VisitorErasure = Schemas["VisitorErasure"]
export type VisitorIdentity = Schemas["VisitorIdentity"]
export type VisitorLine = Schemas["VisitorLine"]
export type VisitorObject = Schemas["VisitorObject"]
export type VisitorReadMark = Schemas["VisitorReadMark"]
export type VisitorTranscript = Schemas["VisitorTranscript"]
export type VisitorYou = Schemas["VisitorYou"]
export type Welcome = Schemas["Welcome"]
export type Widget = Schemas["Widget"]
export type WorkspaceDocument = Schemas["Document"]
export type WrapUp = Schemas["WrapUp"]

/** The codes of today are in the contract; a client must live with one it does not know. */
export interface Problem extends Omit<Schemas["Problem"], "code"> {
  code: string
}

export type Change<O> = { put: O } | { remove: ObjectKey }

export interface Snapshot<Y, O> {
  type: "snapshot"
  sequence: number
  you: Y
  objects: O[]
}

export interface Frame<O, L> {
  type: "frame"
  sequence: number
  after: number
  lines: L[]
  changes: Change<O>[]
}

/** Everything on the board: takes the place of every `board_…` object. */
export interface BoardSnapshot<O> {
  type: "board_snapshot"
  sequence: number
  objects: O[]
}

/** What changed on the board. Its sequences are its own. */
export interface BoardFrame<O> {
  type: "board"
  sequence: number
  after: number
  changes: Change<O>[]
}

export interface Reply extends CommandReply {
  type: "reply"
}

export interface Refused {
  type: "refused"
  id: string
  problem: Problem
}

export interface Typing {
  type: "typing"
  conversation: string
  name?: string
}

/** Beside the journal: read marks, and for staff their own drafts and settings. */
export type AsideFrame<A> = { type: "aside" } & A

export interface Goodbye {
  type: "goodbye"
  code: GoodbyeCode
  retry_after_ms?: number
  problem?: Problem
}

export type ServerFrame<Y, O, L, A> =
  | Snapshot<Y, O>
  | Frame<O, L>
  | BoardSnapshot<O>
  | BoardFrame<O>
  | Reply
  | Refused
  | Typing
  | AsideFrame<A>
  | Goodbye
  | { type: "heartbeat" }

/** Fails to compile when the frames above say something else than the contract. */
type Held<Ours, Contract extends Ours> = Contract
export type StaffServerFrame = Held<
  ServerFrame<StaffYou, StaffObject, StaffLine, StaffAside>,
  Schemas["StaffServerFrame"]
>
export type VisitorServerFrame = Held<
  ServerFrame<VisitorYou, VisitorObject, VisitorLine, VisitorAside>,
  Schemas["VisitorServerFrame"]
>
