// What a form asks: its questions, and for a choice what each answer means for routing.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { ActionIcon, Button, Fieldset, Group, TextInput } from "@mantine/core"
import { IconPlus, IconX } from "@tabler/icons-react"
import { type FormEvent, useState } from "react"
import { useDraft, useEdit, useEntries, useValue } from "../draft/draft-context.tsx"
import type { Path, Value } from "../draft/values.ts"
import { Field } from "../form/field.tsx"
import form from "../form/form.module.css"
import { nameOf } from "../form/names.ts"
import type { FieldSpec } from "../form/spec.ts"
import { keyFor } from "../page/keys.ts"
import styles from "./escalations.module.css"

const question: readonly FieldSpec[] = [
  { name: "label", label: t`Question`, required: true, input: { type: "text" } },
  { name: "labels", label: t`In other languages`, input: { type: "texts", others: true } },
  {
    name: "kind",
    label: t`Answer`,
    input: {
      type: "choice",
      usual: "text",
      options: [
        { value: "text", label: t`A line` },
        { value: "long_text", label: t`Several lines` },
        { value: "email", label: t`An e-mail address` },
        { value: "choice", label: t`One of a list` },
      ],
    },
  },
  { name: "required", label: t`Has to be answered`, input: { type: "switch", usual: false } },
]

const option: readonly FieldSpec[] = [
  { name: "label", label: t`Answer`, required: true, input: { type: "text" } },
  { name: "labels", label: t`In other languages`, input: { type: "texts", others: true } },
  { name: "stage", label: t`Goes on in`, input: { type: "one", kind: "stage", none: t`As the form says` } },
  { name: "needs", label: t`Skills it asks for`, input: { type: "levels" } },
]

export function Questions({ path }: { path: Path }) {
  const questions = Object.entries(useEntries(path))
  return (
    <Fieldset legend={t`Questions`} className={form.group}>
      <ol className={styles.list}>
        {questions.map(([key, entry]) => (
          <Question key={key} path={[...path, key]} name={nameOf(key, entry)} />
        ))}
      </ol>
      <AddLine path={path} label={t`Another question`} fresh={label => ({ label })} />
    </Fieldset>
  )
}

function Question({ path, name }: { path: Path; name: string }) {
  const { remove } = useEdit()
  const choice = useValue([...path, "kind"]) === "choice"
  const options = Object.entries(useEntries([...path, "options"]))
  return (
    <li aria-label={name}>
      <div>
        <div className={styles.fields}>
          {question.map(spec => (
            <Field key={spec.name} at={path} spec={spec} />
          ))}
        </div>
        {choice && (
          <Fieldset legend={t`Answers to “${name}”`} className={form.group} mt="sm">
            <ol className={styles.list}>
              {options.map(([key, entry]) => (
                <li key={key} aria-label={nameOf(key, entry)}>
                  <div className={styles.fields}>
                    {option.map(spec => (
                      <Field key={spec.name} at={[...path, "options", key]} spec={spec} />
                    ))}
                  </div>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t`Take out ${nameOf(key, entry)}`}
                    onClick={() => remove([...path, "options", key])}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                </li>
              ))}
            </ol>
            <AddLine path={[...path, "options"]} label={t`Another answer`} fresh={label => ({ label })} />
          </Fieldset>
        )}
      </div>
      <ActionIcon variant="subtle" color="gray" aria-label={t`Take out ${name}`} onClick={() => remove(path)}>
        <IconX size={16} />
      </ActionIcon>
    </li>
  )
}

interface AddLineProps {
  path: Path
  label: string
  fresh: (label: string) => Value
}

function AddLine({ path, label, fresh }: AddLineProps) {
  const { values } = useDraft()
  const { set } = useEdit()
  const [text, setText] = useState("")
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return
    set([...path, keyFor(text, values, path)], fresh(text.trim()))
    setText("")
  }
  return (
    <form onSubmit={add}>
      <Group align="end" gap="xs" mt="sm">
        <TextInput label={label} value={text} onChange={event => setText(event.currentTarget.value)} />
        <Button type="submit" variant="default" leftSection={<IconPlus size={16} />} disabled={!text.trim()}>
          <Trans>Add</Trans>
        </Button>
      </Group>
    </form>
  )
}
