// What a written command is called, takes and does, by its word; what completes one says what kind of thing it is.

import type { LineCompletion } from "@baton/protocol"
import { t } from "@lingui/core/macro"

const words: Readonly<Record<string, string>> = {
  escalate: t`Passes it on to another tier or department; you are free at once`,
  return: t`Gives it back to where it came from`,
  transfer: t`Hands over to an agent or a queue at once`,
  warm: t`Asks an agent or a queue to join and take over`,
  complete: t`Completes the transfer`,
  handback: t`Gives it back to who sent it`,
  cancel: t`Cancels what is open`,
  invite: t`Asks an agent or a queue to take part`,
  recall: t`Takes it back before anybody accepts`,
  leave: t`Leaves the conversation, as its owner to a guest`,
  remove: t`Sends a guest away`,
  owner: t`Makes a guest the owner; you stay as guest`,
  assist: t`Raises a hand for a supervisor`,
  observe: t`Looks on in silence`,
  whisper: t`Speaks to colleagues only`,
  join: t`Joins, seen by the visitor`,
  takeover: t`Takes the conversation over`,
  note: t`Writes a note for colleagues`,
  tag: t`Sets tags, or takes them off`,
  priority: t`Sets the priority; 9 comes first`,
  park: t`Sets it aside until the visitor writes`,
  wake: t`Takes it up again`,
  close: t`Closes the conversation; /close! where others take part`,
  help: t`Says what commands there are`,
}

/** A line of one word is a command; a longer one is a command with what it is about. */
export function doesInWords({ line, does }: LineCompletion): string {
  const [word, rest] = line.slice(1).trim().split(/\s+/, 2)
  return (rest === undefined && word !== undefined && words[word]) || does
}

const names: Readonly<Record<string, string>> = {
  escalate: t`Escalate`,
  return: t`Give back`,
  transfer: t`Transfer`,
  warm: t`Transfer, warm`,
  complete: t`Complete transfer`,
  handback: t`Hand back`,
  cancel: t`Cancel`,
  invite: t`Invite`,
  recall: t`Recall`,
  leave: t`Leave`,
  remove: t`Remove`,
  owner: t`Make owner`,
  assist: t`Ask for help`,
  observe: t`Observe`,
  whisper: t`Whisper`,
  join: t`Join`,
  takeover: t`Take over`,
  note: t`Note`,
  tag: t`Tag`,
  priority: t`Priority`,
  park: t`Park`,
  wake: t`Wake`,
  close: t`Close`,
  help: t`Help`,
}

/** As its button is called, where nobody types. */
export function nameInWords({ line }: LineCompletion): string {
  const word = line.slice(1).trim()
  return names[word] ?? word
}

const takes: Readonly<Record<string, string>> = {
  whom: t`whom`,
  where: t`where`,
  reason: t`reason`,
  note: t`note`,
  text: t`text`,
  tag: t`tag`,
  guest: t`guest`,
}

/** "/transfer whom [#reason] [note]": the command is written as it is, what it takes is the reader's words. */
export function usageInWords({ label }: LineCompletion): string {
  return label.startsWith("/")
    ? label.replace(/(?<=[\s[#-])[a-z]+/g, argument => takes[argument] ?? argument)
    : label
}
