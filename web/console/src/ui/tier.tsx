// A queue's support level as a small sign beside its name.

import { t } from "@lingui/core/macro"
import styles from "./tier.module.css"

export function Tier({ tier }: { tier: number }) {
  return (
    <span className={styles.tier} title={t`Support level ${tier}`}>
      L{tier}
    </span>
  )
}
