// All reports by what they are about, each with the question it answers, and those one has saved.

import { t } from "@lingui/core/macro"
import { Plural, Trans } from "@lingui/react/macro"
import { ActionIcon, TextInput } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import {
  type Icon,
  IconArrowsExchange,
  IconBookmark,
  IconChartBar,
  IconChartDots,
  IconChartHistogram,
  IconChartLine,
  IconGridDots,
  IconRoute,
  IconSearch,
  IconTable,
  IconTrash,
} from "@tabler/icons-react"
import { useState } from "react"
import { errorInWords } from "../server-words/problems.ts"
import { Message } from "../ui/message.tsx"
import type { ChartKind, Group, ReportAbout, SavedReport } from "./contract.ts"
import { filtersInWords, namesOf } from "./filters-in-words.ts"
import styles from "./gallery.module.css"
import page from "./reports.module.css"
import { otherTiersOf, titleOf } from "./titles.ts"
import { useReportsPlace } from "./use-place.ts"
import { useForgetReport, useSavedReports } from "./use-reports.ts"
import { groupWords } from "./words.ts"

const icons: Record<ChartKind, Icon> = {
  stacked_bars: IconChartBar,
  bars: IconChartBar,
  line: IconChartLine,
  intervals: IconArrowsExchange,
  heat_map: IconGridDots,
  chain_lengths: IconChartHistogram,
  paths: IconRoute,
  calibration: IconChartDots,
  none: IconTable,
}

export function Gallery({ reports }: { reports: readonly ReportAbout[] }) {
  const [sought, setSought] = useState("")
  const found = reports.filter(report => answers(report, sought))
  const groups = (Object.keys(groupWords) as Group[])
    .map(group => ({ group, reports: found.filter(report => report.group === group) }))
    .filter(group => group.reports.length > 0)
  return (
    <main className={page.page} aria-label={t`Reports`}>
      <div className={page.head}>
        <h2 className={page.title}>
          <Trans>Reports</Trans>
        </h2>
        <TextInput
          className={styles.field}
          role="searchbox"
          aria-label={t`Find a report`}
          placeholder={t`Find a report: escalated, waits, agent …`}
          leftSection={<IconSearch size={18} aria-hidden="true" />}
          value={sought}
          onChange={event => setSought(event.currentTarget.value)}
        />
      </div>
      {sought === "" && <Saved reports={reports} />}
      <p className="hidden" role="status">
        <Plural value={found.length} one="# report" other="# reports" />
      </p>
      {groups.length === 0 && (
        <div>
          <Message title={t`No report answers to that`}>
            <Trans>Try another word: what is counted, or of whom.</Trans>
          </Message>
        </div>
      )}
      {groups.map(({ group, reports }) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h3 id={`group-${group}`} className={styles.group}>
            {groupWords[group]}
          </h3>
          <ul className={styles.cards}>
            {reports.map(report => (
              <li key={report.name}>
                <Card report={report} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  )
}

function Card({ report }: { report: ReportAbout }) {
  const { href } = useReportsPlace()
  const { name, question, chart } = report
  const Sign = icons[chart.kind]
  const tiers = otherTiersOf(report)
  return (
    <div className={styles.card} data-tiers={tiers.length > 0}>
      <a className={styles.whole} href={href({ report: name, asked: {} })}>
        <Sign className={styles.sign} size={22} stroke={1.5} aria-hidden="true" />
        <strong className={styles.name}>{titleOf(report, {})}</strong>
        <span className={styles.question}>{question}</span>
      </a>
      {tiers.length > 0 && (
        <p className={styles.tiers}>
          {tiers.map(tier => (
            <a
              key={tier}
              href={href({ report: name, asked: { tier } })}
              aria-label={t`Tier ${tier}: ${titleOf(report, { tier })}`}
            >
              <Trans>Tier {tier}</Trans>
            </a>
          ))}
        </p>
      )}
    </div>
  )
}

/** Left out as long as nothing is saved. */
function Saved({ reports }: { reports: readonly ReportAbout[] }) {
  const { data } = useSavedReports()
  if (!data || data.length === 0) return null
  return (
    <section aria-labelledby="saved-reports">
      <h3 id="saved-reports" className={styles.group}>
        <Trans>Saved by me</Trans>
      </h3>
      <ul className={styles.cards}>
        {data.map(saved => (
          <li key={saved.id} className={styles.kept}>
            <SavedCard saved={saved} report={reports.find(({ name }) => name === saved.report)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SavedCard({ saved, report }: { saved: SavedReport; report: ReportAbout | undefined }) {
  const { href } = useReportsPlace()
  const forget = useForgetReport()
  const asked = Object.fromEntries(Object.entries(saved.filters).map(([key, value]) => [key, String(value)]))
  const { name } = saved
  return (
    <>
      <a className={`${styles.card} ${styles.whole}`} href={href({ report: saved.report, asked })}>
        <IconBookmark className={styles.sign} size={22} stroke={1.5} aria-hidden="true" />
        <strong className={styles.name} dir="auto">
          {name}
        </strong>
        <span className={styles.question}>
          {report ? titleOf(report, asked) : saved.report}
          {Object.keys(saved.filters).length > 0 && (
            <> · {filtersInWords(saved.filters, report && namesOf(report))}</>
          )}
        </span>
      </a>
      <ActionIcon
        className={styles.forget}
        variant="subtle"
        color="gray"
        aria-label={t`Delete ${name}`}
        loading={forget.isPending}
        onClick={() =>
          forget.mutate(saved.id, {
            onError: error =>
              notifications.show({
                color: "red",
                title: t`It could not be deleted`,
                message: errorInWords(error),
              }),
          })
        }
      >
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    </>
  )
}

/** Whether a report has all the words, in what it is called, asks or counts. */
function answers(report: ReportAbout, sought: string): boolean {
  const { name, question, columns } = report
  const titles = ["", ...otherTiersOf(report)].map(tier => titleOf(report, tier === "" ? {} : { tier }))
  const said = [name, ...titles, question, ...columns.map(column => column.title)].join(" ").toLowerCase()
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every(word => said.includes(word))
}
