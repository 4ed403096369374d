// What each figure of a report means, in a list under it.

import { Trans } from "@lingui/react/macro"
import type { ReportAbout } from "./contract.ts"
import styles from "./definitions.module.css"
import { columnsShown } from "./shown.ts"

export function Definitions({ about }: { about: ReportAbout }) {
  return (
    <section aria-labelledby="definitions" className={styles.definitions}>
      <h3 id="definitions" className={styles.title}>
        <Trans>What the figures mean</Trans>
      </h3>
      <p className={styles.grain}>
        <Trans>What is counted: {about.grain}.</Trans>
      </p>
      <dl className={styles.list}>
        {columnsShown(about.columns).map(({ key, title, definition }) => (
          <div key={key} className={styles.one}>
            <dt>{title}</dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
