// A field for words that only staff will read: tinted and locked, as they are everywhere.

import { Textarea } from "@mantine/core"
import { IconLock } from "@tabler/icons-react"
import styles from "./note-field.module.css"

interface NoteFieldProps {
  /** Who reads it, in words. */
  readers: string
  placeholder: string
  required?: boolean
  value: string
  onChange: (value: string) => void
}

export function NoteField({ readers, placeholder, required = false, value, onChange }: NoteFieldProps) {
  return (
    <fieldset className={styles.note}>
      <legend>
        <IconLock size={14} stroke={1.8} aria-hidden="true" /> {readers}
      </legend>
      <Textarea
        label="Note"
        required={required}
        placeholder={placeholder}
        autosize
        minRows={2}
        maxRows={6}
        dir="auto"
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
      />
    </fieldset>
  )
}
