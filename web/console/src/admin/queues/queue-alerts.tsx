// The limits of the board where a queue has its own: what it leaves out is as the workspace says.

import { t } from "@lingui/core/macro"
import { useValue } from "../draft/draft-context.tsx"
import { getIn, type Path, type Value } from "../draft/values.ts"
import { Form } from "../form/form.tsx"
import type { FieldSpec, Input } from "../form/spec.ts"
import { alertFields } from "../settings/alert-fields.ts"

export function QueueAlerts({ at }: { at: Path }) {
  const alerts = useValue(["alerts"])
  const fields = alertFields.map(
    (field): FieldSpec => ({
      ...field,
      name: `alerts.${field.name}`,
      input: usuallyAs(field.input, getIn(alerts, [field.name])),
    }),
  )
  return <Form at={at} groups={[{ title: t`Alerts of the board, where they differ here`, fields }]} />
}

function usuallyAs(input: Input, value: Value | undefined): Input {
  if (input.type === "duration" && typeof value === "string") return { ...input, usual: value }
  if (input.type === "number" && typeof value === "number") return { ...input, usual: value }
  if (input.type === "switch" && typeof value === "boolean") return { ...input, usual: value }
  return input
}
