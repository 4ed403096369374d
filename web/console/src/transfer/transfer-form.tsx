// How a conversation is handed over: warm or cold, what follows when nobody answers, why, and the note.

import type { Completion, OnUnanswered, Targets } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Radio, SegmentedControl, Select, Textarea, TextInput } from "@mantine/core"
import { StaffOnly } from "../ui/staff-only.tsx"
import { unansweredWords } from "../words.ts"
import { effectiveMode, nameOf, needsPlace, type Plan, parkOnly } from "./plan.ts"
import { ReasonSelect } from "./reason-select.tsx"
import styles from "./transfer-form.module.css"

interface TransferFormProps {
  plan: Plan
  amend: (change: Partial<Plan>) => void
  targets: Targets | undefined
}

const COMPLETIONS: Record<Completion, string> = {
  introduced: t`After an introduction`,
  on_accept: t`On accepting; I stay as guest`,
  on_accept_and_leave: t`On accepting; I leave`,
}

export function TransferForm({ plan, amend, targets }: TransferFormProps) {
  const { chosen } = plan
  const mode = effectiveMode(plan)
  const park = parkOnly(chosen)
  return (
    <>
      <div>
        <SegmentedControl
          fullWidth
          value={mode}
          onChange={value => amend({ mode: value as Plan["mode"] })}
          aria-label={t`How`}
          data={[
            { value: "warm", label: t`Warm`, disabled: park },
            { value: "cold", label: t`Cold` },
          ]}
        />
        <p className={styles.hint}>
          {mode === "warm" ? t`You stay until the receiver knows the story.` : t`You are released at once.`}
        </p>
      </div>
      {mode === "warm" && (
        <Radio.Group
          label={t`They become the owner`}
          value={plan.complete}
          onChange={value => amend({ complete: value as Completion })}
        >
          <div className={styles.radios}>
            {(Object.keys(COMPLETIONS) as Completion[]).map(value => (
              <Radio key={value} value={value} label={COMPLETIONS[value]} size="xs" />
            ))}
          </div>
        </Radio.Group>
      )}
      {mode === "cold" && chosen?.kind === "agent" && (
        <Radio.Group
          label={t`If ${nameOf(chosen)} does not answer`}
          value={park ? "park" : plan.onUnanswered}
          onChange={value => amend({ onUnanswered: value as OnUnanswered })}
        >
          <div className={styles.radios}>
            {(Object.keys(unansweredWords) as OnUnanswered[]).map(value => (
              <Radio
                key={value}
                value={value}
                label={unansweredWords[value]}
                size="xs"
                disabled={park && value !== "park"}
              />
            ))}
          </div>
        </Radio.Group>
      )}
      {chosen?.kind === "agent" && needsPlace(chosen) && (
        <Select
          label={t`Queue`}
          description={t`${nameOf(chosen)} does not serve the present queue.`}
          placeholder={t`Where it goes`}
          data={chosen.agent.serves.map(queue => ({
            value: queue.id,
            label: t`${queue.name} (level ${queue.tier})`,
          }))}
          value={plan.place ?? null}
          onChange={place => amend({ place: place ?? undefined })}
        />
      )}
      <ReasonSelect
        reasons={targets?.reasons ?? []}
        required={targets?.reason_required ?? false}
        value={plan.reason}
        onChange={reason => amend({ reason })}
      />
      <StaffOnly readers={t`Read by staff before they accept`}>
        <Textarea
          label={t`Note`}
          placeholder={t`The story so far, so that nobody asks twice`}
          autosize
          minRows={2}
          maxRows={6}
          dir="auto"
          value={plan.note.text}
          onChange={event => amend({ note: { ...plan.note, text: event.currentTarget.value } })}
        />
        <TextInput
          label={t`Goal`}
          placeholder={t`What the visitor wants`}
          dir="auto"
          value={plan.note.goal}
          onChange={event => amend({ note: { ...plan.note, goal: event.currentTarget.value } })}
        />
        <TextInput
          label={t`Tried`}
          placeholder={t`What was tried already`}
          dir="auto"
          value={plan.note.tried}
          onChange={event => amend({ note: { ...plan.note, tried: event.currentTarget.value } })}
        />
        <TextInput
          label={t`Ask`}
          placeholder={t`What the receiver should do`}
          dir="auto"
          value={plan.note.ask}
          onChange={event => amend({ note: { ...plan.note, ask: event.currentTarget.value } })}
        />
      </StaffOnly>
    </>
  )
}
