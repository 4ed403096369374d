// Everything by name: go somewhere, do something with the open conversation, change one's status. Each entry says
// what will happen before it does; what is off says why.

import type { Conversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Modal, TextInput } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { IconSearch } from "@tabler/icons-react"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { useCompletions } from "../conversation/use-completions.ts"
import { pages } from "../pages/pages.ts"
import { doesInWords, nameInWords } from "../server-words/does.ts"
import { offInWords } from "../server-words/off.ts"
import { standingWords, visitorName } from "../words.ts"
import { useCommands } from "./commands.ts"
import { useDesk, useDeskContext } from "./desk-context.tsx"
import styles from "./palette.module.css"
import { useGoTo } from "./places.ts"
import { setStatus, useChoices } from "./presence-menu.tsx"

interface PaletteProps {
  conversation: Conversation | undefined
  select: (conversation: string | undefined) => void
  /** Answers why not. */
  runLine: (line: string) => Promise<string | undefined> | undefined
  onClose: () => void
}

interface Entry {
  key: string
  name: string
  does: string
  off?: string | undefined
  run: () => unknown
}

export function Palette({ conversation, select, runLine, onClose }: PaletteProps) {
  const [search, setSearch] = useState("")
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const entries = matching(useEntries(conversation, select, runLine), search)
  const active = entries[Math.min(at, entries.length - 1)]

  useEffect(() => {
    if (active)
      list.current?.querySelector(`[data-key="${active.key}"]`)?.scrollIntoView({ block: "nearest" })
  }, [active])

  const run = (entry: Entry | undefined) => {
    if (!entry || entry.off) return
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(entries.length - 1, at + step)))
    } else if (event.key === "Enter") {
      event.preventDefault()
      run(active)
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      title={
        <span className="hidden">
          <Trans>Palette</Trans>
        </span>
      }
      size={560}
      yOffset="12vh"
      centered={false}
      classNames={{ header: "hidden", body: styles.body }}
    >
      <TextInput
        className={styles.search}
        variant="unstyled"
        aria-label={t`What do you want to do?`}
        placeholder={t`What do you want to do?`}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        data-autofocus
        aria-controls="palette"
        aria-activedescendant={active && `palette-${active.key}`}
        value={search}
        onChange={event => {
          setSearch(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id="palette"
        role="listbox"
        aria-label={t`Commands`}
        className={styles.list}
        tabIndex={0}
      >
        {entries.map(entry => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above keeps the focus and takes the keys
          <div
            key={entry.key}
            id={`palette-${entry.key}`}
            data-key={entry.key}
            role="option"
            tabIndex={-1}
            aria-selected={entry === active}
            aria-disabled={entry.off !== undefined}
            className={styles.entry}
            onClick={() => run(entry)}
          >
            <span className={styles.name} dir="auto">
              {entry.name}
            </span>
            <span className={styles.does}>{entry.off ?? entry.does}</span>
          </div>
        ))}
      </div>
      {entries.length === 0 && (
        <p className={styles.nothing}>
          <Trans>Nothing is called that.</Trans>
        </p>
      )}
    </Modal>
  )
}

/** What cannot do without words or a number is typed after the slash. */
const typed: ReadonlySet<string> = new Set(["/priority", "/tag", "/invite", "/remove", "/owner"])

function useEntries(
  conversation: Conversation | undefined,
  select: PaletteProps["select"],
  runLine: PaletteProps["runLine"],
): Entry[] {
  const { run } = useCommands()
  const choices = useChoices()
  const { drafts } = useDeskContext()
  const conversations = useDesk(desk => desk.all("conversation"))
  const you = useDesk(desk => desk.you)
  const goTo = useGoTo()
  const doing = useCompletions(conversation?.id, "/").filter(({ line }) => !typed.has(line.trimEnd()))
  const commands = doing.filter(one => one.text === undefined)
  const replies = doing.filter(one => one.text !== undefined)
  return [
    ...commands.map(command => ({
      key: command.line.slice(1).trimEnd(),
      name: nameInWords(command),
      does: doesInWords(command),
      off: offInWords(command.off),
      run: async () => tellWhyNot(await runLine(command.line.trimEnd())),
    })),
    ...replies.map(({ line, does, text }) => ({
      key: `reply-${line.slice(1)}`,
      name: t`Write ${line}: ${does}`,
      does: text ?? "",
      run: () => conversation && drafts.change(conversation.id, "reply", text ?? ""),
    })),
    ...conversations
      .filter(one => one.id !== conversation?.id)
      .map(one => ({
        key: one.id,
        name: t`Go to ${visitorName(one)}`,
        does: `${one.queue.name}, ${standingWords[one.status]}`,
        run: () => select(one.id),
      })),
    ...pages
      .filter(page => you && page.shownTo(you))
      .map(page => ({
        key: `page-${page.path}`,
        name: t`Go to ${page.name}`,
        does: t`Opens the page`,
        run: () => goTo(page.path),
      })),
    ...choices.map(choice => ({
      key: choice.label.replaceAll(/\W+/g, "-"),
      name: t`Status: ${choice.label}`,
      does: choice.hint,
      run: () => run(setStatus(choice.status, choice.reason)),
    })),
  ]
}

function tellWhyNot(refused: string | undefined) {
  if (refused) notifications.show({ color: "red", message: refused, role: "alert" })
}

function matching(entries: Entry[], search: string): Entry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter(({ name, does }) =>
    words.every(word => `${name} ${does}`.toLowerCase().includes(word)),
  )
}
