// The steps by which a queue asks for less the longer somebody waits.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { ActionIcon, Button, Fieldset, MultiSelect, NumberInput, Text } from "@mantine/core"
import { IconPlus, IconX } from "@tabler/icons-react"
import { useEdit, useFindings, useValue } from "../draft/draft-context.tsx"
import { getIn, isList, type Path, type Value } from "../draft/values.ts"
import { Field } from "../form/field.tsx"
import form from "../form/form.module.css"
import { useOptions } from "../form/names.ts"
import styles from "./relaxation.module.css"

/** The document allows no more. */
const STEPS_MAX = 6

export function Relaxation({ path }: { path: Path }) {
  const { set } = useEdit()
  const value = useValue(path)
  const steps = isList(value) ? value : []
  return (
    <Fieldset legend={t`Asking for less as a wait grows`} className={form.group}>
      <ol className={styles.steps}>
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place alone
          <Step key={at} path={[...path, at]} step={step} number={at + 1} />
        ))}
      </ol>
      {steps.length === 0 && (
        <Text c="dimmed" mb="xs">
          <Trans>What is asked for at the beginning is asked for until the end of the wait.</Trans>
        </Text>
      )}
      {steps.length < STEPS_MAX && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={16} />}
          onClick={() => set([...path, steps.length], { after: `${30 * (steps.length + 1)}s`, drop: [] })}
        >
          <Trans>Add a step</Trans>
        </Button>
      )}
    </Fieldset>
  )
}

function Step({ path, step, number }: { path: Path; step: Value; number: number }) {
  const { put, remove } = useEdit()
  const skills = [{ value: "language", label: t`The visitor's language` }, ...useOptions("skill", path)]
  const findings = useFindings(path, "below")
  const drop = getIn(step, ["drop"])
  const level = getIn(step, ["level"])
  return (
    <li className={styles.step}>
      <Field at={path} spec={{ name: "after", label: t`After`, required: true, input: { type: "text" } }} />
      <MultiSelect
        label={t`No longer asked for`}
        data={skills}
        value={isList(drop) ? drop.map(String) : []}
        error={findings[0]?.message}
        onChange={next => put([...path, "drop"], next.length > 0 ? next : undefined)}
      />
      <NumberInput
        label={t`Of the rest, level at most`}
        min={1}
        max={5}
        value={typeof level === "number" ? level : ""}
        onChange={next => put([...path, "level"], typeof next === "number" ? next : undefined)}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`Take out step ${number}`}
        onClick={() => remove(path)}
        className={styles.out}
      >
        <IconX size={16} />
      </ActionIcon>
    </li>
  )
}
