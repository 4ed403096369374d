// What is said and asked before a conversation, as the answers given so far lead from stage to stage. Whether an
// answer is taken is the server's to say; here it is only told at once what is plainly missing.

import type { FormField, OpeningStage } from "@baton/protocol"

export interface Asked {
  texts: string[]
  fields: FormField[]
}

export type Answers = Readonly<Record<string, string>>

/** Everything on the way, in order. */
export function asked(stages: readonly OpeningStage[], answers: Answers): Asked {
  const byKey = new Map(stages.map(stage => [stage.key, stage]))
  const found: Asked = { texts: [], fields: [] }
  // A stage is passed once: the map forgets it, so that no circle holds the page.
  for (let at = stages[0]; at; ) {
    byKey.delete(at.key)
    if (at.text) found.texts.push(at.text)
    found.fields.push(...(at.fields ?? []))
    at = byKey.get(following(at, answers))
  }
  return found
}

function following({ fields = [], next }: OpeningStage, answers: Answers): string {
  const chosen = fields.map(
    ({ key, options }) => options?.find(({ value }) => value === answers[key])?.next ?? undefined,
  )
  return chosen.findLast(stage => stage !== undefined) ?? next
}

export type Fault = "missing" | "missingChoice" | "badEmail"

/** What is wrong with an answer; a browser knows more about addresses, but not every kind of field has it. */
export function fault(
  { kind, required }: Pick<FormField, "kind" | "required">,
  answer = "",
): Fault | undefined {
  if (answer.trim() === "") return !required ? undefined : kind === "choice" ? "missingChoice" : "missing"
  return kind === "email" && !/^\S+@\S+$/.test(answer.trim()) ? "badEmail" : undefined
}
