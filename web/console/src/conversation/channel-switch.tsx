// Reply or note: who will read what is written. A dot says that the other one has a draft.

import type { AllowedAction } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { SegmentedControl } from "@mantine/core"
import { IconArrowBackUp, IconLock } from "@tabler/icons-react"
import type { ReactNode } from "react"
import styles from "./composer.module.css"
import { type Mode, useDraft } from "./drafts.ts"

interface ChannelSwitchProps {
  conversation: string
  mode: Mode
  reply: AllowedAction | undefined
  note: AllowedAction | undefined
  onChange: (mode: Mode) => void
}

export function ChannelSwitch({ conversation, mode, reply, note, onChange }: ChannelSwitchProps) {
  const [replyDraft] = useDraft(conversation, "reply")
  const [noteDraft] = useDraft(conversation, "note")
  const label = (icon: ReactNode, words: string, draft: string) => (
    <span className={styles.mode}>
      {icon}
      {words}
      {draft.trim() !== "" && (
        <span className={styles.begun}>
          <span className="hidden"> {t`draft`}</span>
        </span>
      )}
    </span>
  )
  return (
    <div className={styles.top}>
      <SegmentedControl
        size="xs"
        value={mode}
        onChange={value => onChange(value as Mode)}
        aria-label={t`Who reads it`}
        data={[
          {
            value: "reply",
            label: label(
              <IconArrowBackUp size={14} aria-hidden="true" />,
              t`Reply`,
              mode === "reply" ? "" : replyDraft,
            ),
            disabled: !reply,
          },
          {
            value: "note",
            label: label(
              <IconLock size={14} aria-hidden="true" />,
              t`Note`,
              mode === "note" ? "" : noteDraft,
            ),
            disabled: !note,
          },
        ]}
      />
      <span className={styles.who}>
        {mode === "note" ? t`Only staff can read this` : t`Everybody can read this`}
      </span>
    </div>
  )
}
