// What each figure of a report means, in a list under it.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import type { ColumnAbout, ReportAbout } from "./contract.ts"
import styles from "./definitions.module.css"
import { columnsShown } from "./shown.ts"

export function Definitions({ about }: { about: ReportAbout }) {
  const columns = columnsShown(about.columns)
  const known = new Set(columns.map(({ key }) => key))
  const all = [...columns, ...(about.totals ?? []).filter(({ key }) => !known.has(key))]
  return (
    <section aria-labelledby="definitions" className={styles.definitions}>
      <h3 id="definitions" className={styles.title}>
        <Trans>What the figures mean</Trans>
      </h3>
      <p className={styles.grain}>{about.grain}</p>
      <dl className={styles.list}>
        {all.map(column => (
          <div key={column.key} className={styles.one}>
            <dt>{column.title}</dt>
            <dd>{definitionOf(column)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** With a note where a figure is close and not exact. */
export const definitionOf = ({ definition, approximate }: ColumnAbout): string =>
  approximate ? t`${definition} Exact to within ± 2 %.` : definition
