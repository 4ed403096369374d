// Says who is writing. Its place is kept, so that nothing jumps.

import { t } from "@lingui/core/macro"
import { useSyncExternalStore } from "react"
import { useDeskContext } from "../desk/desk-context.tsx"
import styles from "./typing-line.module.css"

export function TypingLine({ conversation }: { conversation: string }) {
  const { typists } = useDeskContext()
  const typist = useSyncExternalStore(typists.subscribe, () => typists.in(conversation))
  return (
    <div className={styles.line}>
      {typist && (
        <>
          <span className={styles.dots} aria-hidden="true">
            <span />
            <span />
            <span />
          </span>
          {typist === "visitor" ? t`The visitor is writing` : t`${typist} is writing`}
        </>
      )}
    </div>
  )
}
