// What raises a hand for the supervisors without anybody asking.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { ActionIcon, Button, Fieldset, Menu, TagsInput, Text, TextInput } from "@mantine/core"
import { IconPlus, IconX } from "@tabler/icons-react"
import { useDraft, useEdit, useEntries, useFindings } from "../draft/draft-context.tsx"
import { getIn, isList, type Path, type Value } from "../draft/values.ts"
import { useBuffered } from "../form/buffered.ts"
import form from "../form/form.module.css"
import { keyFor } from "../page/keys.ts"
import styles from "./settings-page.module.css"

const PATH: Path = ["hand_rules"]

const KINDS: readonly { name: string; key: string; value: Value }[] = [
  { name: t`The visitor writes certain words`, key: "words", value: { keywords: [] } },
  { name: t`The visitor waits for an answer`, key: "silence", value: { silence: "5m" } },
  { name: t`A chain of hand-overs grows long`, key: "long_chain", value: "chain_warning" },
]

export function HandRules() {
  const { values } = useDraft()
  const { set } = useEdit()
  const rules = Object.entries(useEntries(PATH))
  return (
    <Fieldset legend={t`Hands that raise themselves`} className={form.group}>
      <ul className={styles.rules}>
        {rules.map(([key, rule]) => (
          <Rule key={key} path={[...PATH, key]} name={key} rule={rule} />
        ))}
      </ul>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <Button variant="default" size="compact-sm" leftSection={<IconPlus size={16} />}>
            <Trans>Add a rule</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {KINDS.map(({ name, key, value }) => (
            <Menu.Item key={key} onClick={() => set([...PATH, keyFor(key, values, PATH)], value)}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Fieldset>
  )
}

function Rule({ path, name, rule }: { path: Path; name: string; rule: Value }) {
  const { set, remove } = useEdit()
  const findings = useFindings(path, "below")
  const keywords = getIn(rule, ["keywords"])
  const silence = getIn(rule, ["silence"])
  const error = findings[0]?.message
  const typed = useBuffered(typeof silence === "string" ? silence : "", text =>
    set([...path, "silence"], text),
  )
  return (
    <li>
      <code className={styles.key}>{name}</code>
      {isList(keywords) ? (
        <TagsInput
          aria-label={t`Words that raise ${name}`}
          placeholder={keywords.length === 0 ? t`A word or phrase` : ""}
          value={keywords.map(String)}
          error={error}
          onChange={next => set([...path, "keywords"], next)}
        />
      ) : silence !== undefined ? (
        <TextInput
          aria-label={t`Silence that raises ${name}`}
          value={typed.value}
          error={error}
          onBlur={typed.onBlur}
          onChange={event => typed.onChange(event.currentTarget.value)}
        />
      ) : (
        <Text>
          <Trans>When a chain has grown to the hops of the warning</Trans>
        </Text>
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={t`Take out ${name}`} onClick={() => remove(path)}>
        <IconX size={16} />
      </ActionIcon>
    </li>
  )
}
