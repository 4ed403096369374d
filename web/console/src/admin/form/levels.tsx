// Skills with the level of each, 1 to 5.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { ActionIcon, Group, Input, SegmentedControl, Select } from "@mantine/core"
import { IconX } from "@tabler/icons-react"
import { useEdit, useEntries } from "../draft/draft-context.tsx"
import type { Path } from "../draft/values.ts"
import type { Wrapper } from "./field.tsx"
import styles from "./levels.module.css"
import { useOptions } from "./names.ts"

const LEVELS = ["1", "2", "3", "4", "5"]
/** A level in the middle says the least about somebody. */
const USUAL = 3

export function Levels({ path, wrapper }: { path: Path; wrapper: Wrapper }) {
  const { set, remove } = useEdit()
  const held = useEntries(path)
  const options = useOptions("skill", path)
  const others = options.filter(({ value }) => !Object.hasOwn(held, value))
  const label = String(wrapper.label)
  return (
    <Input.Wrapper
      {...wrapper}
      inputWrapperOrder={["label", "description", "input", "error"]}
      labelElement="div"
    >
      <ul className={styles.list} aria-label={label}>
        {Object.entries(held).map(([skill, level]) => {
          const name = options.find(({ value }) => value === skill)?.label ?? skill
          return (
            <li key={skill}>
              <span>{name}</span>
              <Group gap="xs" wrap="nowrap">
                <SegmentedControl
                  size="xs"
                  aria-label={t`Level of ${name}`}
                  data={LEVELS}
                  value={String(level)}
                  onChange={next => set([...path, skill], Number(next))}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t`Take out ${name}`}
                  onClick={() => remove([...path, skill])}
                >
                  <IconX size={16} />
                </ActionIcon>
              </Group>
            </li>
          )
        })}
      </ul>
      {options.length === 0 ? (
        <Input.Description>
          <Trans>The workspace has no skills yet.</Trans>
        </Input.Description>
      ) : (
        others.length > 0 && (
          <Select
            aria-label={t`Add to ${label}`}
            placeholder={t`Add a skill`}
            searchable
            className={styles.add}
            data={others}
            value={null}
            onChange={skill => skill && set([...path, skill], USUAL)}
          />
        )
      )}
    </Input.Wrapper>
  )
}
