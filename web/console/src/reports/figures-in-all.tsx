// What a report comes to in all, each figure with that of the period before where it is asked for.

import { t } from "@lingui/core/macro"
import { Tooltip } from "@mantine/core"
import { changeInWords } from "./compare.ts"
import type { ColumnAbout, ReportAbout, ReportAnswer } from "./contract.ts"
import styles from "./figures.module.css"
import { figureInWords, shown } from "./shown.ts"

export function FiguresInAll({ about, answer }: { about: ReportAbout; answer: ReportAnswer }) {
  const { totals, previous } = answer
  const placeOf = (key: string) => about.columns.findIndex(column => column.key === key)
  const keys = Object.keys(totals).sort((one, other) => placeOf(one) - placeOf(other))
  const figures = keys
    .map(key => about.columns.find(column => column.key === key) ?? plainly(key))
    // An interval stands with its share.
    .filter(({ role }) => role === "dimension" || role === "measure")
  const inWords = (column: ColumnAbout) => {
    const at = about.columns.indexOf(column)
    return at < 0 ? shown(column.unit, totals[column.key]) : figureInWords(about.columns, at, totals)
  }
  if (figures.length === 0) return null
  return (
    <dl className={styles.figures} aria-label={t`In all`}>
      {figures.map(column => {
        const now = totals[column.key]
        return (
          <div key={column.key} className={styles.figure}>
            <Tooltip label={column.definition} disabled={column.definition === ""}>
              <dt>{column.title}</dt>
            </Tooltip>
            <dd>
              {inWords(column)}
              {previous && (
                <span className={styles.change}>
                  {changeInWords(column, now, previous.totals[column.key])}
                </span>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** A figure the server names but does not describe. */
const plainly = (key: string): ColumnAbout => ({
  key,
  title: key.replace(/_(ms|share)$/, "").replaceAll("_", " "),
  definition: "",
  unit: key.endsWith("_ms") ? "duration" : key.endsWith("_share") ? "share" : "number",
  role: "measure",
})
