// The tags of a conversation: seen by everybody who reads it, set and taken off by those who may write notes.

import type { Conversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { ActionIcon, Select, TextInput } from "@mantine/core"
import { IconX } from "@tabler/icons-react"
import { type FormEvent, useState } from "react"
import { allowed } from "../conversation/actions.tsx"
import { useCommands } from "../desk/commands.ts"
import { labelOf, useDirectory } from "../desk/directory.ts"
import styles from "./tags.module.css"

export function Tags({ conversation }: { conversation: Conversation }) {
  const { id, tags, actions } = conversation
  const { run } = useCommands()
  const { data: directory } = useDirectory()
  const note = allowed(actions, "note")
  const writes = note !== undefined && !note.off
  const known = directory?.tags ?? []
  const add = (tag: string) => run({ type: "set_tags", conversation: id, add: [tag] })
  if (tags.length === 0 && !writes) return null
  return (
    <div className={styles.tags}>
      <ul className={styles.list} aria-label={t`Tags`}>
        {tags.map(tag => (
          <li key={tag} className={styles.tag}>
            {labelOf(tag, known)}
            {writes && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={18}
                aria-label={t`Take off the tag ${labelOf(tag, known)}`}
                onClick={() => run({ type: "set_tags", conversation: id, remove: [tag] })}
              >
                <IconX size={12} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {writes &&
        (known.length > 0 ? (
          <Select
            size="xs"
            searchable
            aria-label={t`Add a tag`}
            placeholder={t`Add a tag`}
            nothingFoundMessage={t`No such tag`}
            data={known
              .filter(({ code }) => !tags.includes(code))
              .map(({ code, label }) => ({ value: code, label }))}
            value={null}
            onChange={tag => tag && add(tag)}
          />
        ) : (
          <AnyTag onAdd={add} />
        ))}
    </div>
  )
}

/** Where the workspace has no list of tags, any word is one. */
function AnyTag({ onAdd }: { onAdd: (tag: string) => void }) {
  const [text, setText] = useState("")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const tag = text.trim().toLowerCase()
    if (tag) onAdd(tag)
    setText("")
  }
  return (
    <form onSubmit={submit}>
      <TextInput
        size="xs"
        aria-label={t`Add a tag`}
        placeholder={t`Add a tag`}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
    </form>
  )
}
