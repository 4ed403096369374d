// The limits of the supervisors' board: of the workspace, and of a queue where they differ. 0 is never.

import { t } from "@lingui/core/macro"
import { count, type FieldSpec, onOff, time } from "../form/spec.ts"

/** What a queue is held to as well. A queue's own field that is left out has the workspace's limit. */
export const alertFields: readonly FieldSpec[] = [
  time("answered_within", t`Answered in time within`, "60s", t`Counts for the service level`),
  count("service_level", t`Service level below`, 0, 100, t`Per cent, from five ended waits on; 0 is never`),
  time("longest_wait", t`Somebody waits longer than`, "5m"),
  count("waiting", t`So many wait`, 0, 1000, t`0 is never`),
  onOff("nobody_online", t`Somebody waits and nobody is online`, true),
  time("unanswered", t`A visitor waits for an answer longer than`, "3m"),
  time("hand", t`A raised hand nobody took for`, "60s"),
  count("hops", t`Passed on so often`, 3, 100, t`0 is never`),
]
