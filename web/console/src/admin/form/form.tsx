// The fields of an entry, in groups.

import { Fieldset } from "@mantine/core"
import type { Path } from "../draft/values.ts"
import { Field } from "./field.tsx"
import styles from "./form.module.css"
import type { FieldGroup } from "./spec.ts"

export function Form({ at, groups }: { at: Path; groups: readonly FieldGroup[] }) {
  return (
    <>
      {groups.map(({ title, fields }) => (
        <Fieldset key={title} legend={title} className={styles.group}>
          <div className={styles.fields}>
            {fields.map(spec => (
              <div key={spec.name} data-wide={WIDE.has(spec.input.type)}>
                <Field at={at} spec={spec} />
              </div>
            ))}
          </div>
        </Fieldset>
      ))}
    </>
  )
}

const WIDE = new Set(["texts", "levels", "long text", "several"])
