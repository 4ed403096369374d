// The week: a row for each day with its opening times.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Fieldset, TagsInput } from "@mantine/core"
import { useEdit, useEntries, useFindings } from "../draft/draft-context.tsx"
import type { Path } from "../draft/values.ts"
import form from "../form/form.module.css"
import styles from "./hours-page.module.css"
import { DAYS, type Day, openOf, weekOf } from "./week.ts"

const NAMES: Record<Day, string> = {
  mon: t`Monday`,
  tue: t`Tuesday`,
  wed: t`Wednesday`,
  thu: t`Thursday`,
  fri: t`Friday`,
  sat: t`Saturday`,
  sun: t`Sunday`,
}

export function WeekEditor({ path }: { path: Path }) {
  const { set } = useEdit()
  const week = weekOf(useEntries(path))
  const findings = useFindings(path, "below")
  const change = (day: Day, times: readonly string[]) => set(path, openOf({ ...week, [day]: times }))
  return (
    <Fieldset legend={t`Week`} className={form.group}>
      <p className={styles.lead}>
        <Trans>
          Times as on the clock of that zone: 09:00-17:30; 22:00-06:00 ends on the next day; 00:00-24:00 is
          all day.
        </Trans>
      </p>
      <div className={styles.week}>
        {DAYS.map((day, at) => (
          <div key={day} className={styles.day}>
            <TagsInput
              label={NAMES[day]}
              placeholder={week[day].length === 0 ? t`Closed` : ""}
              value={[...week[day]]}
              splitChars={[",", " "]}
              onChange={times => change(day, times)}
            />
            {at > 0 && (
              <Button
                variant="subtle"
                size="compact-xs"
                className={styles.copy}
                onClick={() => change(day, week[DAYS[at - 1] as Day])}
              >
                <Trans>As the day before</Trans>
              </Button>
            )}
          </div>
        ))}
      </div>
      {findings.map(found => (
        <p key={found.message} className={styles.found} role="alert">
          {found.message}
        </p>
      ))}
    </Fieldset>
  )
}
