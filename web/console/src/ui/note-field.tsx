// The one field for a note to staff.

import { t } from "@lingui/core/macro"
import { Textarea } from "@mantine/core"
import { StaffOnly } from "./staff-only.tsx"

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
    <StaffOnly readers={readers}>
      <Textarea
        label={t`Note`}
        required={required}
        placeholder={placeholder}
        autosize
        minRows={2}
        maxRows={6}
        dir="auto"
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
      />
    </StaffOnly>
  )
}
