// A queue's support level as a small sign beside its name.

import styles from "./tier.module.css"

export function Tier({ tier }: { tier: number }) {
  return (
    <span className={styles.tier} title={`Support level ${tier}`}>
      L{tier}
    </span>
  )
}
