// The path as steps that can be read: when, what and why, with the reasons of every routing decision to unfold.

import type { ExplainedMoment, StaffLine } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { useState } from "react"
import type { EventLine } from "../conversation/rows.ts"
import { NoteCard } from "../offer/note-card.tsx"
import { useSentence } from "../server-words/sentences.ts"
import { TimeOfDay } from "../ui/times.tsx"
import { duration, excludedInWords, verdictInWords } from "../words.ts"
import styles from "./flow-steps.module.css"

interface FlowStepsProps {
  lines: readonly StaffLine[]
  moments: readonly ExplainedMoment[]
}

export function FlowSteps({ lines, moments }: FlowStepsProps) {
  const steps = lines.filter((line): line is EventLine => line.kind === "event")
  const began = steps[0]?.at_ms ?? 0
  const bySequence = new Map(moments.map(moment => [moment.sequence, moment]))
  return (
    <ol className={styles.steps} aria-label={t`Steps`}>
      {steps.map(step => (
        <Step key={step.sequence} step={step} began_ms={began} moment={bySequence.get(step.sequence)} />
      ))}
    </ol>
  )
}

interface StepProps {
  step: EventLine
  began_ms: number
  moment: ExplainedMoment | undefined
}

function Step({ step, began_ms, moment }: StepProps) {
  const [open, setOpen] = useState(false)
  const sentence = useSentence()
  return (
    <li className={styles.step}>
      <span className={styles.time}>
        <span className="figures">{duration(step.at_ms - began_ms)}</span>
        <TimeOfDay at_ms={step.at_ms} />
      </span>
      <span className={styles.what}>
        {sentence(step)}
        {moment && (
          <button type="button" className={styles.why} aria-expanded={open} onClick={() => setOpen(!open)}>
            <Trans>Why?</Trans>
          </button>
        )}
        {moment && open && <Why moment={moment} />}
        {step.note && <NoteCard note={step.note} title={t`Note`} />}
      </span>
    </li>
  )
}

function Why({ moment: { queue, explanation, at_ms } }: { moment: ExplainedMoment }) {
  const { chosen, eligible, excluded, next } = explanation
  const others = excludedInWords(excluded)
  return (
    <div className={styles.reasons}>
      <p>
        {chosen
          ? t`${chosen.name} was the best of ${eligible} who could take it in ${queue.name}.`
          : t`Nobody in ${queue.name} could take it.`}
        {others && t` Not asked: ${others}.`}
      </p>
      {next.length > 0 && (
        <ul>
          {next.map(({ agent, verdict }) => (
            <li key={agent.id}>
              {agent.name}: {verdictInWords(verdict, at_ms)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
