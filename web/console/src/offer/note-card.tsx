// A hand-over note: what the receiver should know. Tinted and locked, as everything that is for staff only.

import type { Note } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { IconLock } from "@tabler/icons-react"
import styles from "./note-card.module.css"

const PARTS = [
  ["goal", t`Goal`],
  ["tried", t`Tried`],
  ["ask", t`Ask`],
] as const

export function NoteCard({ note, title = t`Hand-over note` }: { note: Note; title?: string }) {
  const parts = PARTS.filter(([field]) => note[field])
  if (!note.text && parts.length === 0) return null
  return (
    <div className={styles.note}>
      <h3 className={styles.title}>
        <IconLock size={14} stroke={1.8} aria-hidden="true" /> {title}{" "}
        <span className={styles.only}>
          <Trans>staff only</Trans>
        </span>
      </h3>
      {note.text && (
        <p className={styles.text} dir="auto">
          {note.text}
        </p>
      )}
      {parts.length > 0 && (
        <dl className={styles.parts}>
          {parts.map(([field, label]) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd dir="auto">{note[field]}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
