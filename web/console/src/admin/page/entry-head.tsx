// The head of an entry: its name and key, where it is used, and the way to take it out.

import { plural, t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Alert, Button, Group, Modal, Popover, Stack, Text } from "@mantine/core"
import { IconTrash } from "@tabler/icons-react"
import { useState } from "react"
import { useDraft, useEdit, useFindings, useValue } from "../draft/draft-context.tsx"
import { type Kind, usesOf } from "../draft/references.ts"
import { withHelp } from "../findings/index.ts"
import { nameOf } from "../form/names.ts"
import styles from "./entry-head.module.css"
import { KeyButton } from "./key-button.tsx"
import { editorOf, useAdminGo, useAdminHref } from "./place.ts"

interface EntryHeadProps {
  section: string
  path: string
  kind: Kind | undefined
  entry: string
}

export function EntryHead({ section, path, kind, entry }: EntryHeadProps) {
  const { values } = useDraft()
  const value = useValue([section, entry])
  const findings = useFindings([section, entry])
  const [removing, setRemoving] = useState(false)
  const used = kind ? usesOf(values, kind, entry) : []
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h3>{nameOf(entry, value)}</h3>
        <KeyField section={section} path={path} kind={kind} entry={entry} />
        {used.length > 0 && (
          <Popover width={320} position="bottom-start" trapFocus withinPortal>
            <Popover.Target>
              <Button variant="subtle" size="compact-sm">
                {plural(used.length, { one: "Used in # place", other: "Used in # places" })}
              </Button>
            </Popover.Target>
            <Popover.Dropdown>
              <Uses paths={used.map(use => use.path)} />
            </Popover.Dropdown>
          </Popover>
        )}
        <span className={styles.spring} />
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          leftSection={<IconTrash size={16} />}
          onClick={() => setRemoving(true)}
        >
          <Trans>Delete</Trans>
        </Button>
      </div>
      {findings.map(found => (
        <Alert
          key={found.message}
          color={found.severity === "error" ? "red" : "amber"}
          variant="light"
          p="xs"
        >
          {withHelp(found)}
        </Alert>
      ))}
      {removing && (
        <RemoveDialog
          section={section}
          path={path}
          entry={entry}
          used={used.map(use => use.path)}
          onClose={() => setRemoving(false)}
        />
      )}
    </header>
  )
}

function Uses({ paths }: { paths: readonly (readonly (string | number)[])[] }) {
  const href = useAdminHref()
  return (
    <ul className={styles.uses}>
      {paths.map(path => (
        <li key={path.join("/")}>
          <a href={href(...editorOf(path))}>{path.join(" › ")}</a>
        </li>
      ))}
    </ul>
  )
}

function KeyField({ section, path, kind, entry }: EntryHeadProps) {
  const { store } = useDraft()
  const { rename, renameKey } = useEdit()
  const go = useAdminGo()
  const onRename = (key: string) => {
    if (kind) rename(kind, [section, entry], key)
    else renameKey([section, entry], key)
    if (store.state.text) go(path, key)
  }
  return (
    <KeyButton
      among={[section]}
      current={entry}
      description={t`What names it in the document. A running conversation knows it by this key: give it another name rather than another key.`}
      className={styles.key}
      onRename={onRename}
    />
  )
}

interface RemoveDialogProps {
  section: string
  path: string
  entry: string
  used: readonly (readonly (string | number)[])[]
  onClose: () => void
}

function RemoveDialog({ section, path, entry, used, onClose }: RemoveDialogProps) {
  const { remove } = useEdit()
  const go = useAdminGo()
  const name = nameOf(entry, useValue([section, entry]))
  return (
    <Modal opened onClose={onClose} title={t`Delete ${name}?`}>
      <Stack>
        {used.length > 0 ? (
          <>
            <Text>
              <Trans>
                These places name it. The checker will show each of them until they name something else:
              </Trans>
            </Text>
            <Uses paths={used} />
          </>
        ) : (
          <Text>
            <Trans>Nothing names it. Until you apply the draft it can be brought back.</Trans>
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Stop</Trans>
          </Button>
          <Button
            color="red"
            data-autofocus
            onClick={() => {
              go(path)
              remove([section, entry])
            }}
          >
            <Trans>Delete</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
