// One report: filters, what it comes to in all, a picture, the rows, and what each figure means. All of it can be
// linked to, saved, compared with the period before, exported and printed.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { IconArrowLeft, IconPrinter } from "@tabler/icons-react"
import { lazy, Suspense, useMemo } from "react"
import { Message } from "../ui/message.tsx"
import { type Asked, behind, changed } from "./address.ts"
import { before } from "./compare.ts"
import type { ReportAbout, ReportAnswer, Row } from "./contract.ts"
import { CutOff } from "./cut-off.tsx"
import { Definitions } from "./definitions.tsx"
import { Exports } from "./exports.tsx"
import { FiguresInAll } from "./figures-in-all.tsx"
import { Filters } from "./filters.tsx"
import { filtersInWords, namesOf } from "./filters-in-words.ts"
import styles from "./reports.module.css"
import { SaveReport } from "./save-report.tsx"
import { ReportTable } from "./table.tsx"
import { Trouble } from "./trouble.tsx"
import { useReportsPlace } from "./use-place.ts"
import { useReport } from "./use-reports.ts"

/** With the library that draws, which the gallery does without. */
const Chart = lazy(() => import("./charts/chart.tsx"))

export function ReportPage({ about }: { about: ReportAbout }) {
  const { place, go, gallery } = useReportsPlace()
  const { asked } = place
  const answer = useReport(about.name, asked)
  const change = (changes: Asked) => go({ asked: changed(asked, changes, about.filters) })
  const { title } = about
  return (
    <main className={styles.page} aria-label={title} data-prints>
      <header className={styles.head}>
        <a className={styles.back} href={gallery}>
          <IconArrowLeft size={16} stroke={1.8} aria-hidden="true" />
          <Trans>All reports</Trans>
        </a>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.question}>{about.question}</p>
        <div className={styles.tools}>
          <SaveReport about={about} asked={asked} />
          <Exports name={about.name} asked={asked} />
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            <Trans>Print</Trans>
          </Button>
        </div>
      </header>
      <Filters about={about} asked={asked} change={change} clear={() => go({ asked: {} })} />
      {answer.isError && (
        <div>
          <Trouble
            title={t`The report cannot be read`}
            error={answer.error}
            again={answer.refetch}
            clear={() => go({ asked: {} })}
          />
        </div>
      )}
      {answer.isPending && <Loading />}
      {answer.data && (
        <div className={styles.answer} aria-busy={answer.isPlaceholderData}>
          <p className={styles.printed}>
            {filtersInWords(answer.data.filters, { ...namesOf(about), ...answer.data.names })}
          </p>
          <Answer about={about} answer={answer.data} />
        </div>
      )}
      <Definitions about={about} />
    </main>
  )
}

function Answer({ about, answer }: { about: ReportAbout; answer: ReportAnswer }) {
  const { href, go } = useReportsPlace()
  const { rows, previous } = answer
  // Reasons and tags are called as the choices of their filters are.
  const names = { ...namesOf(about), ...answer.names }
  const earlier = useMemo(() => before(rows, about.columns, previous), [rows, about.columns, previous])
  const hrefOf = (row: Row) => {
    const there = behind(row, about)
    return there && href(there)
  }
  const onOpen = (row: Row) => {
    const there = behind(row, about)
    if (there) go(there)
  }
  if (rows.length === 0) {
    return (
      <>
        <FiguresInAll about={about} answer={answer} />
        <Message title={t`Nothing to count`}>
          <Trans>
            No conversation is like these filters ask. Take a filter away, or choose a longer period.
          </Trans>
        </Message>
      </>
    )
  }
  return (
    <>
      <FiguresInAll about={about} answer={answer} />
      {about.drill_down && (
        <p className={styles.all}>
          <a href={href({ conversations: true, row: {}, open: undefined })}>
            <Trans>Conversations behind these figures</Trans>
          </a>
        </p>
      )}
      <CutOff answer={answer} />
      {about.chart.kind !== "none" && (
        <Suspense fallback={<Skeleton className="later" height={280} radius="md" />}>
          <Chart
            about={about}
            rows={rows}
            names={names}
            earlier={earlier}
            previous={previous?.rows}
            hrefOf={hrefOf}
            onOpen={onOpen}
          />
        </Suspense>
      )}
      <ReportTable about={about} answer={{ ...answer, names }} earlier={earlier} hrefOf={hrefOf} />
    </>
  )
}

function Loading() {
  return (
    <div className={`${styles.answer} later`} aria-busy="true">
      <Skeleton height={64} radius="md" />
      <Skeleton height={280} radius="md" />
      {[1, 2, 3, 4].map(row => (
        <Skeleton key={row} height={36} radius="md" />
      ))}
    </div>
  )
}
