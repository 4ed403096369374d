// A section whose entries are listed on the left and edited on the right; where there is no room, one after the other.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, TextInput } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { IconArrowLeft, IconPlus } from "@tabler/icons-react"
import { type ComponentType, type ReactNode, useState } from "react"
import { Message } from "../../ui/message.tsx"
import { useDraft, useEntries } from "../draft/draft-context.tsx"
import type { Kind } from "../draft/references.ts"
import type { Entries, Path, Value } from "../draft/values.ts"
import { nameOf } from "../form/names.ts"
import { AddEntry } from "./add-entry.tsx"
import { EntryHead } from "./entry-head.tsx"
import styles from "./entry-section.module.css"
import { PageHead } from "./page-head.tsx"
import { useAdminHref, useAdminPlace } from "./place.ts"

export interface EntrySectionProps {
  /** The section of the document and of the address. */
  section: string
  path?: string
  /** What refers to its entries, if anything does. */
  kind?: Kind
  title: string
  lead: ReactNode
  /** What one of them is called: "agent". */
  add: string
  /** A name for an example of one. */
  placeholder?: string
  /** What a new one is, but for its name. */
  fresh: (name: string, document: Entries) => Value
  /** What tells one from another in the list. */
  about: (entry: Value, key: string) => string
  Editor: ComponentType<{ at: Path }>
  empty: ReactNode
  /** The editor needs the whole width: no list beside it. */
  wide?: boolean
}

export function EntrySection(props: EntrySectionProps) {
  const { section, path = section, title, lead, add, empty, Editor, wide = false } = props
  const { values } = useDraft()
  const entries = useEntries([section])
  const { key } = useAdminPlace()
  const href = useAdminHref()
  const roomy = useMediaQuery("(min-width: 1100px)", true, { getInitialValueInEffect: false })
  const [adding, setAdding] = useState(false)
  if (!values) return <NoYaml />
  const open = key !== undefined && Object.hasOwn(entries, key) ? key : undefined
  const count = Object.keys(entries).length
  const beside = roomy && !wide
  return (
    <>
      {(beside || open === undefined) && (
        <PageHead
          title={title}
          action={
            <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
              {add}
            </Button>
          }
        >
          {lead}
        </PageHead>
      )}
      <div className={styles.columns} data-beside={beside}>
        {(beside || open === undefined) &&
          (count === 0 ? (
            <Message title={t`Nothing here yet`}>{empty}</Message>
          ) : (
            <EntryList {...props} path={path} entries={entries} open={open} />
          ))}
        {open !== undefined && (
          <article className={styles.entry} aria-label={nameOf(open, entries[open])}>
            {!beside && (
              <Button
                component="a"
                href={href(path)}
                variant="subtle"
                size="compact-sm"
                leftSection={<IconArrowLeft size={16} />}
                className={styles.back}
              >
                {title}
              </Button>
            )}
            <EntryHead key={open} section={section} path={path} kind={props.kind} entry={open} />
            <Editor key={`form ${open}`} at={[section, open]} />
          </article>
        )}
        {open === undefined && beside && count > 0 && (
          <Message title={t`Choose one of the list`}>
            <Trans>Or add one. Nothing you change is in force before you apply it.</Trans>
          </Message>
        )}
      </div>
      {adding && <AddEntry {...props} path={path} onClose={() => setAdding(false)} />}
    </>
  )
}

interface EntryListProps extends EntrySectionProps {
  path: string
  entries: Entries
  open: string | undefined
}

/** Longer lists get a field to search them. */
const SEARCH_FROM = 12

function EntryList({ path, title, entries, open, about }: EntryListProps) {
  const href = useAdminHref()
  const { check } = useDraft()
  const [search, setSearch] = useState("")
  const all = Object.entries(entries)
  const wanted = search.trim().toLocaleLowerCase()
  const shown = all.filter(([key, entry]) =>
    `${key} ${nameOf(key, entry)}`.toLocaleLowerCase().includes(wanted),
  )
  return (
    <nav aria-label={title} className={styles.list}>
      {all.length >= SEARCH_FROM && (
        <TextInput
          aria-label={t`Search`}
          placeholder={t`Search`}
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
        />
      )}
      <ul>
        {shown.map(([key, entry]) => {
          const found = check.findings.filter(
            ({ path: [root, at] }) => at === key && root === sectionOf(path),
          )
          return (
            <li key={key}>
              <a
                href={href(path, key)}
                className={styles.item}
                aria-current={key === open ? "page" : undefined}
              >
                <span className={styles.name}>{nameOf(key, entry)}</span>
                <span className={styles.about}>{about(entry, key)}</span>
                {found.length > 0 && <span className={styles.found}>{found[0]?.message}</span>}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

const sectionOf = (path: string) => (path === "canned" ? "canned_replies" : path)

export function NoYaml() {
  const href = useAdminHref()
  return (
    <Message
      title={t`The draft is no YAML at the moment`}
      action={
        <Button component="a" href={href("yaml")}>
          <Trans>Mend it in the YAML</Trans>
        </Button>
      }
    >
      <Trans>Forms can show it again once the text can be read.</Trans>
    </Message>
  )
}
