// The end of a dialog that does something: what will happen, or what is missing, and the two ways out.

import { Trans } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import styles from "./outcome-foot.module.css"

interface OutcomeFootProps {
  className?: string | undefined
  /** What is missing; it cannot be sent then. */
  lacking: string | undefined
  /** What will happen, before it does. */
  outcome: string
  verb: string
  busy: boolean
  onClose: () => void
}

export function OutcomeFoot({ className, lacking, outcome, verb, busy, onClose }: OutcomeFootProps) {
  return (
    <footer className={className ? `${styles.foot} ${className}` : styles.foot}>
      <p className={styles.outcome} role="status">
        {lacking ?? outcome}
      </p>
      <Button variant="default" onClick={onClose}>
        <Trans>Stop</Trans>
      </Button>
      <Button type="submit" disabled={lacking !== undefined} loading={busy}>
        {verb}
      </Button>
    </footer>
  )
}
