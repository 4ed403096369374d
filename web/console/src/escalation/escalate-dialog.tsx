// Escalating: the ways on from the present stage, each with what waits and who is there, and what they should know.

import type { Conversation, EscalationTarget } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Modal, Radio, Skeleton } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { useCommands } from "../desk/commands.ts"
import { errorInWords } from "../server-words/problems.ts"
import { ReasonSelect } from "../transfer/reason-select.tsx"
import { useTargets } from "../transfer/use-targets.ts"
import { Message } from "../ui/message.tsx"
import { NoteField } from "../ui/note-field.tsx"
import { OutcomeFoot } from "../ui/outcome-foot.tsx"
import { Tier } from "../ui/tier.tsx"
import { Ago } from "../ui/times.tsx"
import { waitInWords } from "../words.ts"
import styles from "./escalate-dialog.module.css"
import { commandOf, deserted, type EscalationPlan, inWords, missing, offOf } from "./plan.ts"

interface EscalateDialogProps {
  conversation: Conversation
  onClose: () => void
}

export function EscalateDialog({ conversation, onClose }: EscalateDialogProps) {
  const targets = useTargets(conversation.id)
  const { run, busy } = useCommands()
  const [key, setKey] = useState<string>()
  const [reason, setReason] = useState<string>()
  const [note, setNote] = useState("")
  const ways = targets.data?.escalations
  const only = ways?.length === 1 ? ways[0] : undefined
  const chosen = ways?.find(way => way.escalation.key === key) ?? only
  const plan: EscalationPlan = { conversation: conversation.id, chosen, reason, note }
  const lacking = missing(plan)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    const command = lacking ? undefined : commandOf(plan)
    if (command && (await run(command))) onClose()
  }

  return (
    <Modal opened onClose={onClose} title={t`Escalate conversation`} size="lg">
      <form className={styles.form} onSubmit={send}>
        {targets.isError && (
          <Message title={t`The ways on cannot be read`}>{errorInWords(targets.error)}</Message>
        )}
        <Radio.Group label={t`Where it goes`} value={chosen?.escalation.key ?? null} onChange={setKey}>
          <div className={styles.ways}>
            {ways?.map(way => (
              <Way key={way.escalation.key} way={way} chosen={way === chosen} />
            ))}
            {targets.isPending && <Skeleton className="later" height={56} aria-hidden="true" />}
          </div>
        </Radio.Group>
        <ReasonSelect
          reasons={targets.data?.reasons ?? []}
          required={chosen?.escalation.reason_required ?? false}
          value={reason}
          onChange={setReason}
        />
        <NoteField
          readers={t`Read by staff before they accept`}
          placeholder={t`The story so far, so that nobody asks twice`}
          required={chosen?.escalation.note_required ?? false}
          value={note}
          onChange={setNote}
        />
        {targets.data?.awaits_supervisor && (
          <p className={styles.warn}>
            <Trans>It was handed over often: a supervisor is asked first.</Trans>
          </p>
        )}
        <OutcomeFoot
          lacking={lacking}
          outcome={inWords(plan)}
          verb={deserted(plan) ? t`Escalate anyway` : t`Escalate`}
          busy={busy === "escalate"}
          onClose={onClose}
        />
      </form>
    </Modal>
  )
}

function Way({ way, chosen }: { way: EscalationTarget; chosen: boolean }) {
  const { escalation, queue } = way
  const off = offOf(way)
  return (
    <Radio.Card
      className={styles.way}
      value={escalation.key}
      disabled={off !== undefined}
      aria-label={escalation.label}
      aria-describedby={`way-${escalation.key}`}
      data-chosen={chosen}
    >
      <Radio.Indicator />
      <span>
        <span className={styles.label} dir="auto">
          {escalation.label} <Tier tier={escalation.tier} />
        </span>
        <span className={styles.facts} id={`way-${escalation.key}`}>
          <span>{queue.waiting === 0 ? t`nobody waits` : t`${queue.waiting} waiting`}</span>
          {queue.estimated_wait && (
            <span>
              <Trans>wait {waitInWords(queue.estimated_wait)}</Trans>
            </span>
          )}
          {escalation.list && (
            <span>
              <Trans>{escalation.list} first</Trans>
            </span>
          )}
          {queue.was_here_ms !== undefined && (
            <span className={styles.warn}>
              <Trans>
                was here <Ago at_ms={queue.was_here_ms} />
              </Trans>
            </span>
          )}
          {off && <span className={styles.warn}>{off}</span>}
        </span>
      </span>
      <span className={styles.room}>
        <span className="figures">
          {queue.available}/{queue.online}
        </span>{" "}
        {queue.online === 0 ? t`nobody online` : t`free of online`}
      </span>
    </Radio.Card>
  )
}
