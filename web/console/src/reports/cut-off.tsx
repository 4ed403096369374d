// Of a long list the first rows are shown: how many there are, and where the others are had.

import { Trans } from "@lingui/react/macro"
import type { ReportAnswer } from "./contract.ts"
import styles from "./reports.module.css"
import { shown } from "./shown.ts"

export function CutOff({ answer: { rows, rows_in_all, truncated } }: { answer: ReportAnswer }) {
  if (rows.length >= rows_in_all) return null
  const first = shown("count", rows.length)
  const all = shown("count", rows_in_all)
  return (
    <p className={styles.cutOff} role="note">
      {truncated ? (
        <Trans>
          These are the first {first} of more than {all} rows; an export has the first {all}. A shorter period
          has fewer.
        </Trans>
      ) : (
        <Trans>
          These are the first {first} of {all} rows; an export has them all.
        </Trans>
      )}
    </p>
  )
}
