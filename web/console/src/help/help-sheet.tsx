// Everything the keyboard and the slash can do, on one sheet.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Kbd, Modal } from "@mantine/core"
import { useCompletions } from "../conversation/use-completions.ts"
import { useSettings } from "../desk/desk-context.tsx"
import { keysInWords, keysOf, SHORTCUTS, type Shortcut } from "../desk/shortcuts.ts"
import { doesInWords, usageInWords } from "../server-words/does.ts"
import styles from "./help-sheet.module.css"

/** Keys with a meaning of their own, which nobody changes. */
const KEYS: [string[], string][] = [
  [["Enter"], t`Accept the offer that is read, or the first; send what is written`],
  [[t`Alt`, "Enter"], t`Accept the offer while writing`],
  [[t`Shift`, "Enter"], t`New line`],
  [["/"], t`Slash commands and canned replies, at the start of a message`],
  [["/", "/"], t`A message that begins with a slash`],
  [["@"], t`A colleague, in a note`],
]

interface HelpSheetProps {
  /** Its commands are shown; without one there are only keys. */
  conversation: string | undefined
  opened: boolean
  onClose: () => void
}

export function HelpSheet({ conversation, opened, onClose }: HelpSheetProps) {
  const commands = useCompletions(opened ? conversation : undefined, "/")
  const settings = useSettings()
  const own = (Object.keys(SHORTCUTS) as Shortcut[]).flatMap((name): [string[], string][] => {
    const keys = keysOf(name, settings)
    return keys ? [[keysInWords(keys), SHORTCUTS[name].does]] : []
  })
  return (
    <Modal opened={opened} onClose={onClose} title={t`Keyboard and commands`} size="xl">
      <div className={styles.sheet}>
        <section>
          <h3>
            <Trans>Keys</Trans>
          </h3>
          <dl className={styles.list}>
            {[...KEYS, ...own].map(([keys, does]) => (
              <div key={does}>
                <dt>
                  {keys.map((key, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a chord has its order
                    <Kbd key={at} size="sm">
                      {key}
                    </Kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
        {commands.length > 0 && (
          <section>
            <h3>
              <Trans>Commands</Trans>
            </h3>
            <dl className={styles.list}>
              {commands.map(command => (
                <div key={command.line}>
                  <dt>
                    <code>{usageInWords(command)}</code>
                  </dt>
                  <dd>{doesInWords(command)}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </div>
    </Modal>
  )
}
