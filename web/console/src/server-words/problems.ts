// What the server refused, by its code. Its own `detail` says more, in English only: elsewhere the title has to do,
// with the names that the detail has.

import { type Problem, ProblemError } from "@baton/protocol"
import { i18n } from "@lingui/core"
import { t } from "@lingui/core/macro"

const titles: Readonly<Record<string, string>> = {
  unreachable: t`The server cannot be reached`,
  not_configured: t`The workspace has no configuration yet`,
  stale_configuration: t`The configuration is not the next version`,
  queue_in_use: t`A queue with open conversations cannot be removed`,
  unknown_conversation: t`No such conversation`,
  conversation_closed: t`The conversation is closed`,
  conversation_archived: t`The conversation is archived`,
  unknown_agent: t`No such agent`,
  unknown_queue: t`No such queue`,
  unknown_pipeline: t`No such pipeline`,
  answer_required: t`A field has to be filled in`,
  unknown_answer: t`No such answer`,
  unknown_skill: t`No such skill`,
  not_allowed: t`Your role does not allow this`,
  quarantined: t`The conversation is held for inspection`,
  offer_gone: t`The offer is gone`,
  no_room: t`No free room`,
  handoff_pending: t`A transfer is open`,
  no_handoff: t`No transfer is open`,
  handoff_not_ready: t`The transfer is not in a state that allows this`,
  target_unavailable: t`The agent is not available`,
  queue_closed: t`The queue is closed`,
  already_there: t`The conversation is there already`,
  reason_required: t`A reason is required`,
  unknown_code: t`The code is not in the workspace's list`,
  not_waiting: t`The conversation is not waiting`,
  not_parked: t`The conversation is not parked`,
  already_parked: t`The conversation is parked already`,
  no_wrap_up: t`There is no wrap-up to end`,
  no_choice: t`No choice was asked for`,
  empty_message: t`The message is empty`,
  text_too_long: t`The text is too long`,
  too_many_files: t`Too many files`,
  bad_priority: t`Priority is a number from 0 to 9`,
  not_connected: t`Connect before choosing a status`,
  too_many_conversations: t`Too many open conversations`,
  visitor_erased: t`The visitor is erased`,
  unknown_visitor: t`No such visitor`,
  no_owner: t`Nobody owns the conversation`,
  hand_is_up: t`A hand is raised already`,
  no_hand: t`No hand is raised`,
  hand_taken: t`The hand is taken`,
  confirmation_required: t`Confirm it first`,
  chain_blocked: t`Handed over too often`,
  only_final_queue: t`It goes to the final queue only`,
  edge_not_allowed: t`This way is not allowed`,
  no_stopped_move: t`No move waits for a supervisor`,
  unknown_command: t`No such command`,
  bad_command: t`The command says too little or too much`,
  unknown_target: t`Nobody and nothing of this name`,
  ambiguous_target: t`The name could be several`,
  bad_tag: t`A tag is a word of letters, digits, - and _`,
  too_many_tags: t`Too many tags`,
  no_escalation: t`No escalation leads on from here`,
  option_required: t`Name one of the escalations`,
  unknown_option: t`No such escalation`,
  note_required: t`A note is required`,
  nobody_online: t`Nobody there is online`,
  nothing_to_return: t`There is nobody to return it to`,
  no_survey: t`No survey is open`,
  bad_rating: t`A rating is a number from 1 to 5`,
  too_many_people: t`Too many people in this conversation`,
  no_invitation: t`The invitation is open no longer`,
  not_a_guest: t`The agent is not a guest of this conversation`,
  nothing_to_pass: t`There is nothing to pass on, or no longer`,
  nobody_else: t`Nobody else is here and nobody is invited`,
  unavailable: t`Not available at this moment`,
  overloaded: t`Too busy`,
  id_too_old: t`The command's id is too old`,
  unknown_saved_report: t`No such saved report`,
  too_many_saved_reports: t`Too many saved reports`,
  id_reused: t`The command's id was used for another command`,
  not_signed_in: t`Sign in first`,
  stale_token: t`The sign-in is no longer valid`,
  wrong_credentials: t`E-mail address or password is wrong`,
  csrf_missing: t`The request lacks its CSRF token`,
  origin_refused: t`Requests from this origin are refused`,
  rate_limited: t`Too many requests`,
  bad_request: t`The request cannot be read`,
  bad_json: t`The body is not the JSON expected`,
  bad_frame: t`The frame cannot be read`,
  bad_id: t`The id is not one of this kind`,
  not_found: t`There is nothing at this address`,
  method_not_allowed: t`This address does not take this method`,
  unsupported_media_type: t`The body has the wrong media type`,
  body_too_large: t`The body is too large`,
  timeout: t`The request took too long`,
  unknown_workspace: t`No such workspace`,
  unknown_token: t`No such token`,
  unknown_report: t`No such report`,
  bad_filter: t`A filter cannot be used`,
  reports_not_ready: t`The figures are being made`,
  unknown_version: t`No such version of the document`,
  unknown_file: t`No such file`,
  link_expired: t`The link has run out`,
  bad_upload: t`The upload cannot be read`,
  file_type_refused: t`Files of this type are not taken`,
  bad_document: t`The workspace document has errors`,
  internal: t`Something went wrong here`,
}

/** Where a detail has the names of what may be meant. */
const named: Readonly<Record<string, RegExp>> = {
  unknown_command: /did you mean (\/.+)\? \/\//,
  unknown_target: /did you mean (.+)\?$/,
  ambiguous_target: /^this could be (.+);/,
  bad_command: /^write (.+)$/,
  option_required: /: (.+)$/,
  unknown_option: /: (.+)$/,
}

/** A title in the reader's language, and what more there is to say in it. */
export function problemInWords(problem: Pick<Problem, "title" | "detail"> & { code: string }): {
  title: string
  detail: string
} {
  const title = titles[problem.code]
  if (i18n.locale === "en" || title === undefined) return problem
  if (problem.code === "unreachable") return { title, detail: t`Check the connection, then try again.` }
  const [, names] = named[problem.code]?.exec(problem.detail ?? "") ?? []
  return { title, detail: names ? t`${title}. Possible: ${names.replaceAll(" or ", ", ")}` : "" }
}

/** One sentence of it. */
export function problemInBrief(problem: Pick<Problem, "title" | "detail"> & { code: string }): string {
  const { title, detail } = problemInWords(problem)
  return detail || title
}

/** Whatever went wrong, in one sentence. */
export const errorInWords = (error: unknown): string =>
  error instanceof ProblemError ? problemInBrief(error.problem) : t`Something went wrong here`
