// Emoji by name: a field to search in and a grid that the arrows walk. Loaded when it is first opened.

import { t } from "@lingui/core/macro"
import { Trans, useLingui } from "@lingui/react/macro"
import { TextInput } from "@mantine/core"
import { IconSearch } from "@tabler/icons-react"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { search, wordsOf } from "./emoji.ts"
import styles from "./emoji-picker.module.css"

const COLUMNS = 8

export default function EmojiPicker({ onPick }: { onPick: (sign: string) => void }) {
  const { i18n } = useLingui()
  const [searched, setSearched] = useState("")
  const grid = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const found = search(searched, i18n.locale)
  // It comes later than the dialog around it, which looked for something to focus before.
  useEffect(() => field.current?.focus(), [])

  const cell = (at: number) => grid.current?.querySelectorAll<HTMLButtonElement>("button")[at]
  function onGridKey(event: KeyboardEvent) {
    const buttons = [...(grid.current?.querySelectorAll("button") ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key]
    if (step === undefined || at < 0) return
    event.preventDefault()
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
  }
  function onSearchKey(event: KeyboardEvent) {
    if (event.key === "ArrowDown") {
      event.preventDefault()
      cell(0)?.focus()
    } else if (event.key === "Enter" && found[0]) {
      event.preventDefault()
      onPick(found[0].sign)
    }
  }

  return (
    <div className={styles.picker}>
      <TextInput
        ref={field}
        size="xs"
        aria-label={t`Search emoji`}
        placeholder={t`Search emoji`}
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        value={searched}
        onChange={event => setSearched(event.currentTarget.value)}
        onKeyDown={onSearchKey}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields */}
      <div ref={grid} className={styles.grid} role="group" aria-label={t`Emoji`} onKeyDown={onGridKey}>
        {found.map((one, at) => (
          <button
            key={one.sign}
            type="button"
            className={styles.cell}
            aria-label={wordsOf(one, i18n.locale)}
            title={wordsOf(one, i18n.locale)}
            // One stop of the tabulator for all of them.
            tabIndex={at === 0 ? 0 : -1}
            onClick={() => onPick(one.sign)}
          >
            {one.sign}
          </button>
        ))}
      </div>
      {found.length === 0 && (
        <p className={styles.nothing}>
          <Trans>Nothing is called that.</Trans>
        </p>
      )}
    </div>
  )
}
