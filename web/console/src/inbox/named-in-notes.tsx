// Notes that named this agent while they were elsewhere or away: by whom, when and where. Looking there is enough to be
// done with one.

import type { Mention } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { IconAt } from "@tabler/icons-react"
import { useState } from "react"
import { useDesk } from "../desk/desk-context.tsx"
import { PastDialog } from "../history/past-dialog.tsx"
import { Ago } from "../ui/times.tsx"
import { visitorName } from "../words.ts"
import styles from "./named-in-notes.module.css"

interface NamedInNotesProps {
  mentions: readonly Mention[]
  select: (conversation: string) => void
  looked: (conversation: string) => void
}

export function NamedInNotes({ mentions, select, looked }: NamedInNotesProps) {
  const [reading, setReading] = useState<string>()
  const conversations = useDesk(desk => desk.all("conversation"))
  const open = (id: string) => {
    if (conversations.some(one => one.id === id)) select(id)
    else setReading(id)
    looked(id)
  }
  const numbered = (id: string) => t`Conversation ${id.replace("cnv_", "")}`
  const nameOf = (id: string) => {
    const here = conversations.find(one => one.id === id)
    return here ? visitorName(here) : numbered(id)
  }
  return (
    <>
      <ul className={styles.list}>
        {mentions.map(({ conversation, by, at_ms }) => (
          <li key={conversation}>
            <button type="button" className={styles.mention} onClick={() => open(conversation)}>
              <IconAt className={styles.sign} size={18} stroke={1.8} aria-hidden="true" />
              <span className={styles.who} dir="auto">
                <Trans>{by.name} named you in a note</Trans>
              </span>
              <span className={styles.where} dir="auto">
                {nameOf(conversation)} · <Ago at_ms={at_ms} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {reading && (
        <PastDialog
          conversation={reading}
          name={nameOf(reading)}
          title={numbered(reading)}
          onClose={() => setReading(undefined)}
        />
      )}
    </>
  )
}
