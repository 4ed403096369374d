// Reasons, dispositions and tags: short lists of codes with their words, in the order they are shown.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { ActionIcon, Button, Fieldset, Group, TextInput } from "@mantine/core"
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from "@tabler/icons-react"
import { type FormEvent, useState } from "react"
import { useDraft, useEdit, useEntries, useFindings } from "../draft/draft-context.tsx"
import type { Path } from "../draft/values.ts"
import { useBuffered } from "../form/buffered.ts"
import form from "../form/form.module.css"
import { NoYaml } from "../page/entry-section.tsx"
import { keyFor } from "../page/keys.ts"
import { PageHead } from "../page/page-head.tsx"
import styles from "./codes-page.module.css"

const LISTS = [
  {
    section: "reasons",
    title: t`Reasons`,
    lead: t`Why a conversation is handed on`,
    another: t`Another reason`,
  },
  {
    section: "dispositions",
    title: t`Dispositions`,
    lead: t`How a conversation ended`,
    another: t`Another disposition`,
  },
  {
    section: "tags",
    title: t`Tags`,
    lead: t`What a conversation is about; any tag may be used if none is named`,
    another: t`Another tag`,
  },
] as const

export default function CodesPage() {
  const { values } = useDraft()
  if (!values) return <NoYaml />
  return (
    <>
      <PageHead title={t`Reasons, dispositions and tags`}>
        <Trans>Agents choose from these lists in this order. Reports count by the code, which stays.</Trans>
      </PageHead>
      <div className={styles.lists}>
        {LISTS.map(list => (
          <Codes key={list.section} {...list} />
        ))}
      </div>
    </>
  )
}

interface CodesProps {
  section: string
  title: string
  lead: string
  another: string
}

function Codes({ section, title, lead, another }: CodesProps) {
  const { values } = useDraft()
  const { set } = useEdit()
  const codes = Object.entries(useEntries([section]))
  const [label, setLabel] = useState("")
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!label.trim()) return
    set([section, keyFor(label, values, [section])], label.trim())
    setLabel("")
  }
  return (
    <Fieldset legend={title} className={form.group}>
      <p className={styles.lead}>{lead}</p>
      <ol className={styles.codes} aria-label={title}>
        {codes.map(([code, text], at) => (
          <Code
            key={code}
            path={[section, code]}
            text={String(text)}
            at={at}
            last={at === codes.length - 1}
          />
        ))}
      </ol>
      <form onSubmit={add}>
        <Group align="end" gap="xs" wrap="nowrap">
          <TextInput
            label={another}
            className={styles.label}
            value={label}
            onChange={event => setLabel(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            leftSection={<IconPlus size={16} />}
            disabled={!label.trim()}
          >
            <Trans>Add</Trans>
          </Button>
        </Group>
      </form>
    </Fieldset>
  )
}

function Code({ path, text, at, last }: { path: Path; text: string; at: number; last: boolean }) {
  const { set, move, remove } = useEdit()
  const findings = useFindings(path)
  const code = String(path.at(-1))
  const field = useBuffered(text, next => next !== text && set(path, next))
  return (
    <li className={styles.code}>
      <TextInput
        aria-label={t`Words for ${code}`}
        description={<code>{code}</code>}
        inputWrapperOrder={["input", "description", "error"]}
        error={findings[0]?.message}
        className={styles.label}
        value={field.value}
        onBlur={field.onBlur}
        onChange={event => field.onChange(event.currentTarget.value)}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={at === 0}
        aria-label={t`${text} earlier`}
        onClick={() => move(path, at - 1)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={last}
        aria-label={t`${text} later`}
        onClick={() => move(path, at + 1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t`Take out ${text}`} onClick={() => remove(path)}>
        <IconX size={16} />
      </ActionIcon>
    </li>
  )
}
