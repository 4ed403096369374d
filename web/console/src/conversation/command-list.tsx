// What a `/` may become, above the field. Commands that are off say why.

import type { LineCompletion } from "@baton/protocol"
import { doesInWords, usageInWords } from "../server-words/does.ts"
import { offInWords } from "../server-words/off.ts"
import styles from "./command-list.module.css"

interface CommandListProps {
  label: string
  options: readonly LineCompletion[]
  chosen: number
  onChoose: (option: LineCompletion) => void
}

export const optionId = (at: number) => `command-${at}`

export function CommandList({ label, options, chosen, onChoose }: CommandListProps) {
  return (
    <div id="commands" role="listbox" aria-label={label} className={styles.list}>
      {options.map((option, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above keeps the focus and takes the keys
        <div
          key={option.line}
          id={optionId(at)}
          role="option"
          tabIndex={-1}
          aria-selected={at === chosen}
          aria-disabled={option.off !== undefined}
          className={styles.option}
          onMouseDown={event => event.preventDefault()}
          onClick={() => option.off || onChoose(option)}
        >
          <span className={styles.name}>{usageInWords(option)}</span>
          <span className={styles.does}>{offInWords(option.off) ?? doesInWords(option)}</span>
          {option.text !== undefined && (
            <span className={styles.text} dir="auto">
              {option.text}
            </span>
          )}
        </div>
      ))}
    </div>
  )
}
