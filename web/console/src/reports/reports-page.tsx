// The reports: a gallery of all, one with its figures, and the conversations behind a figure. What a report has,
// the server says; there is no page of its own for any of them.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { Message } from "../ui/message.tsx"
import { DrillDown } from "./drill-down.tsx"
import { Gallery } from "./gallery.tsx"
import { ReportPage } from "./report-page.tsx"
import styles from "./reports.module.css"
import { titleOf } from "./titles.ts"
import { Trouble } from "./trouble.tsx"
import { useReportsPlace } from "./use-place.ts"
import { useCatalogue } from "./use-reports.ts"

export default function ReportsPage() {
  const { place, gallery } = useReportsPlace()
  const catalogue = useCatalogue()
  if (catalogue.isError)
    return <Trouble title={t`The reports cannot be read`} error={catalogue.error} again={catalogue.refetch} />
  if (catalogue.isPending) return <Loading />
  if (!place.report) return <Gallery reports={catalogue.data} />
  const found = catalogue.data.find(({ name }) => name === place.report)
  if (!found) {
    return (
      <Message
        title={t`No such report`}
        action={
          <Button component="a" href={gallery}>
            <Trans>All reports</Trans>
          </Button>
        }
      >
        <Trans>There is no report called “{place.report}”. It may have another name.</Trans>
      </Message>
    )
  }
  const about = { ...found, title: titleOf(found, place.asked) }
  return place.conversations ? (
    <DrillDown key={about.name} about={about} />
  ) : (
    <ReportPage key={about.name} about={about} />
  )
}

function Loading() {
  return (
    <div className={`${styles.page} later`} aria-busy="true">
      {[1, 2, 3].map(row => (
        <Skeleton key={row} height={112} radius="md" />
      ))}
    </div>
  )
}
