// The keys of the console, each to be changed by pressing others, taken away, or put back.

import type { Settings } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Button, Kbd, Switch } from "@mantine/core"
import { type KeyboardEvent, useState } from "react"
import { keysInWords, keysOf, keysPressed, SHORTCUTS, type Shortcut } from "../desk/shortcuts.ts"
import styles from "./profile-page.module.css"

interface ShortcutSettingsProps {
  settings: Settings
  onChange: (shortcuts: Settings["shortcuts"]) => void
}

export function ShortcutSettings({ settings, onChange }: ShortcutSettingsProps) {
  const { shortcuts } = settings
  /** The one whose keys are being pressed. */
  const [asked, setAsked] = useState<Shortcut>()
  const [taken, setTaken] = useState<string>()

  function choose(shortcut: Shortcut, keys: string | undefined) {
    const { [shortcut]: _, ...others } = shortcuts.keys
    onChange({ ...shortcuts, keys: keys === undefined ? others : { ...others, [shortcut]: keys } })
    setAsked(undefined)
    setTaken(undefined)
  }

  function onKeyDown(event: KeyboardEvent, shortcut: Shortcut) {
    if (asked !== shortcut || event.key === "Tab") return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === "Escape") {
      setAsked(undefined)
      return
    }
    const keys = keysPressed(event)
    if (!keys) return
    const other = (Object.keys(SHORTCUTS) as Shortcut[]).find(
      one => one !== shortcut && keysOf(one, settings)?.toLowerCase() === keys.toLowerCase(),
    )
    if (other) setTaken(SHORTCUTS[other].does)
    else choose(shortcut, keys)
  }

  return (
    <>
      <Switch
        label={t`Use shortcuts`}
        checked={shortcuts.on}
        onChange={event => onChange({ ...shortcuts, on: event.currentTarget.checked })}
      />
      <ul className={styles.rows}>
        {(Object.keys(SHORTCUTS) as Shortcut[]).map(shortcut => {
          const keys = keysOf(shortcut, settings)
          const { does } = SHORTCUTS[shortcut]
          return (
            <li key={shortcut} className={styles.row}>
              <span>{does}</span>
              <span className={styles.keys}>
                <button
                  type="button"
                  className={styles.press}
                  disabled={!shortcuts.on}
                  aria-label={t`Change the keys of ${does}`}
                  onClick={() => setAsked(shortcut)}
                  onBlur={() => {
                    setAsked(undefined)
                    setTaken(undefined)
                  }}
                  onKeyDown={event => onKeyDown(event, shortcut)}
                >
                  {asked === shortcut
                    ? t`Press keys`
                    : keys
                      ? keysInWords(keys).map(key => (
                          <Kbd key={key} size="sm">
                            {key}
                          </Kbd>
                        ))
                      : t`None`}
                </button>
                {shortcut in shortcuts.keys ? (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    aria-label={t`Put back the keys of ${does}`}
                    onClick={() => choose(shortcut, undefined)}
                  >
                    {t`Put back`}
                  </Button>
                ) : (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    disabled={!shortcuts.on}
                    aria-label={t`Take away the keys of ${does}`}
                    onClick={() => choose(shortcut, "")}
                  >
                    {t`Take away`}
                  </Button>
                )}
              </span>
              {asked === shortcut && taken && (
                <p className={styles.taken} role="alert">
                  {t`These keys are taken: ${taken}`}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
