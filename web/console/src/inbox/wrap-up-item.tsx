// After-contact work that is still open, with the time left for it.

import type { WrapUp } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { IconNotes } from "@tabler/icons-react"
import { useConversation } from "../desk/desk-context.tsx"
import { Until } from "../ui/times.tsx"
import { visitorName } from "../words.ts"
import styles from "./conversation-item.module.css"
import own from "./wrap-up-item.module.css"

interface WrapUpItemProps {
  wrapUp: WrapUp
  selected: boolean
  onSelect: () => void
}

export function WrapUpItem({ wrapUp, selected, onSelect }: WrapUpItemProps) {
  const conversation = useConversation(wrapUp.conversation)
  const name = conversation ? visitorName(conversation) : wrapUp.conversation
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        aria-current={selected ? "true" : undefined}
        aria-label={t`Wrap-up of ${name}`}
        onClick={onSelect}
      >
        <span className={own.sign}>
          <IconNotes size={20} stroke={1.6} aria-hidden="true" />
        </span>
        <span className={styles.text}>
          <span className={styles.top}>
            <span className={styles.name} dir="auto">
              {name}
            </span>
            <span className={styles.waiting}>
              <Until at_ms={wrapUp.until_ms} />
            </span>
          </span>
          <span className={styles.last}>
            <Trans>Note and disposition · {wrapUp.queue.name}</Trans>
          </span>
        </span>
      </button>
    </li>
  )
}
