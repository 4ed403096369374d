// Why a conversation is handed on, of the workspace's list; nothing where there is none.

import type { CodeLabel } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Select } from "@mantine/core"

interface ReasonSelectProps {
  reasons: readonly CodeLabel[]
  required: boolean
  value: string | undefined
  onChange: (reason: string | undefined) => void
}

export function ReasonSelect({ reasons, required, value, onChange }: ReasonSelectProps) {
  if (reasons.length === 0) return null
  return (
    <Select
      label={t`Reason`}
      required={required}
      clearable={!required}
      placeholder={required ? t`Choose a reason` : t`None`}
      data={reasons.map(({ code, label }) => ({ value: code, label }))}
      value={value ?? null}
      onChange={reason => onChange(reason ?? undefined)}
    />
  )
}
