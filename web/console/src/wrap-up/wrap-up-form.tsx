// After-contact work: what it was about and a note, before the time is over or after a little more of it.

import type { Conversation, WrapUp } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Select, Textarea } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { ActionButton, allowed } from "../conversation/actions.tsx"
import { useCommands } from "../desk/commands.ts"
import { useDirectory } from "../desk/directory.ts"
import { Until } from "../ui/times.tsx"
import styles from "./wrap-up-form.module.css"

interface WrapUpFormProps {
  wrapUp: WrapUp
  conversation: Conversation
  onDone: () => void
}

export function WrapUpForm({ wrapUp, conversation, onDone }: WrapUpFormProps) {
  const { run, busy } = useCommands()
  const { data: directory } = useDirectory()
  const [disposition, setDisposition] = useState<string | null>(null)
  const [note, setNote] = useState("")
  const { id, actions } = conversation
  const finish = async () => {
    const sent = await run({
      type: "end_wrap_up",
      conversation: id,
      ...(disposition && { disposition }),
      ...(note.trim() && { note: note.trim() }),
    })
    if (sent) onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    finish()
  }
  return (
    <form className={styles.form} aria-label={t`Wrap-up`} onSubmit={submit}>
      <h3 className={styles.title}>
        <Trans>
          Wrap-up{" "}
          <span className={styles.left}>
            ends by itself in <Until at_ms={wrapUp.until_ms} />
          </span>
        </Trans>
      </h3>
      <div className={styles.fields}>
        <Select
          label={t`Disposition`}
          placeholder={t`What was it about?`}
          clearable
          data={directory?.dispositions.map(({ code, label }) => ({ value: code, label })) ?? []}
          value={disposition}
          onChange={setDisposition}
        />
        <Textarea
          label={t`Wrap-up note`}
          placeholder={t`What the next agent should know`}
          autosize
          minRows={1}
          maxRows={5}
          dir="auto"
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
      </div>
      <div className={styles.buttons}>
        <ActionButton
          action={allowed(actions, "extend_wrap_up")}
          variant="default"
          loading={busy === "extend_wrap_up"}
          onClick={() => run({ type: "extend_wrap_up", conversation: id })}
        >
          <Trans>Extend</Trans>
        </ActionButton>
        <ActionButton
          action={allowed(actions, "end_wrap_up")}
          loading={busy === "end_wrap_up"}
          onClick={finish}
        >
          <Trans>Finish</Trans>
        </ActionButton>
      </div>
    </form>
  )
}
