// The ways up, or to another department, that an agent of a stage may take, in the order they are shown.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { ActionIcon, Fieldset, Group, Text } from "@mantine/core"
import { IconArrowDown, IconArrowUp, IconX } from "@tabler/icons-react"
import { useEdit, useEntries } from "../draft/draft-context.tsx"
import { Field } from "../form/field.tsx"
import form from "../form/form.module.css"
import { nameOf } from "../form/names.ts"
import type { FieldSpec } from "../form/spec.ts"
import styles from "./escalations.module.css"

const fields: readonly FieldSpec[] = [
  { name: "label", label: t`Label`, required: true, input: { type: "text" } },
  {
    name: "stage",
    label: t`To the stage`,
    required: true,
    input: { type: "one", kind: "stage", none: t`Choose a stage` },
  },
  { name: "list", label: t`First asked`, input: { type: "one", kind: "list", none: t`Everybody there` } },
  { name: "reason_required", label: t`Needs a reason`, input: { type: "switch", usual: false } },
  { name: "note_required", label: t`Needs a note`, input: { type: "switch", usual: false } },
]

export function Escalations({ pipeline, stage }: { pipeline: string; stage: string }) {
  const { move, remove } = useEdit()
  const path = ["pipelines", pipeline, "stages", stage, "escalations"]
  const escalations = Object.entries(useEntries(path))
  return (
    <Fieldset legend={t`Escalations`} className={form.group}>
      {escalations.length === 0 && (
        <Text c="dimmed">
          <Trans>None yet. Draw a way to another stage, or connect it below.</Trans>
        </Text>
      )}
      <ol className={styles.list}>
        {escalations.map(([key, escalation], at) => {
          const name = nameOf(key, escalation)
          return (
            <li key={key} aria-label={name}>
              <div className={styles.fields}>
                {fields.map(spec => (
                  <Field key={spec.name} at={[...path, key]} spec={spec} />
                ))}
              </div>
              <Group gap={4} wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={at === 0}
                  aria-label={t`${name} earlier`}
                  onClick={() => move([...path, key], at - 1)}
                >
                  <IconArrowUp size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={at === escalations.length - 1}
                  aria-label={t`${name} later`}
                  onClick={() => move([...path, key], at + 1)}
                >
                  <IconArrowDown size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t`Take out ${name}`}
                  onClick={() => remove([...path, key])}
                >
                  <IconX size={16} />
                </ActionIcon>
              </Group>
            </li>
          )
        })}
      </ol>
    </Fieldset>
  )
}
