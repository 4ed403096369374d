// Bringing somebody in beside the owner: an agent, or the best agent of a queue. Ownership stays where it is.

import type { Conversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Modal } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { useCommands } from "../desk/commands.ts"
import { errorInWords } from "../server-words/problems.ts"
import { type Chosen, nameOf } from "../transfer/plan.ts"
import { TargetList } from "../transfer/target-list.tsx"
import { useTargets } from "../transfer/use-targets.ts"
import { Message } from "../ui/message.tsx"
import { NoteField } from "../ui/note-field.tsx"
import { OutcomeFoot } from "../ui/outcome-foot.tsx"
import styles from "./invite-dialog.module.css"

export function InviteDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const targets = useTargets(conversation.id)
  const { run, busy } = useCommands()
  const [chosen, setChosen] = useState<Chosen>()
  const [note, setNote] = useState("")

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!chosen) return
    const text = note.trim()
    const sent = await run({
      type: "invite",
      conversation: conversation.id,
      target: chosen.kind === "agent" ? { agent: chosen.agent.agent.id } : { queue: chosen.queue.queue.id },
      ...(text && { note: { text } }),
    })
    if (sent) onClose()
  }

  return (
    <Modal opened onClose={onClose} title={t`Invite to the conversation`} size="lg">
      <form className={styles.form} onSubmit={send}>
        <div className={styles.targets}>
          {targets.isError ? (
            <Message title={t`The directory cannot be read`}>{errorInWords(targets.error)}</Message>
          ) : (
            <TargetList targets={targets.data} search="" chosen={chosen} onChoose={setChosen} />
          )}
        </div>
        <NoteField
          readers={t`Read by staff before they accept`}
          placeholder={t`Why they are needed`}
          value={note}
          onChange={setNote}
        />
        <OutcomeFoot
          lacking={chosen ? undefined : t`Choose who is asked.`}
          outcome={chosen ? inWords(chosen) : ""}
          verb={t`Invite`}
          busy={busy === "invite"}
          onClose={onClose}
        />
      </form>
    </Modal>
  )
}

function inWords(chosen: Chosen): string {
  const who = chosen.kind === "agent" ? nameOf(chosen) : t`The best free agent of ${nameOf(chosen)}`
  return t`${who} is asked. As a guest they read everything and write to everybody; you stay the owner.`
}
