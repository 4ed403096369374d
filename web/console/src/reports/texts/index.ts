// The texts of reports in the reader's language. The server writes them in English.

import { i18n } from "@lingui/core"
import type { ColumnAbout, ReportAbout } from "../contract.ts"

type Texts = Readonly<Record<string, string>>

const languages: Partial<Record<string, () => Promise<{ texts: Texts }>>> = {
  de: () => import("./de.ts"),
}

export async function inReadersWords(reports: readonly ReportAbout[]): Promise<ReportAbout[]> {
  const load = languages[i18n.locale]
  if (!load) return [...reports]
  const { texts } = await load()
  const said = (text: string): string => texts[text] ?? text
  const column = (one: ColumnAbout): ColumnAbout => ({
    ...one,
    title: said(one.title),
    definition: said(one.definition),
  })
  return reports.map(report => ({
    ...report,
    title: said(report.title),
    question: said(report.question),
    grain: said(report.grain),
    columns: report.columns.map(column),
  }))
}
