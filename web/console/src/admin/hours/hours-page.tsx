// Business hours: zone, week, holidays, and whether it would be open now.

import type { HoursPreviewed } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Badge, Text } from "@mantine/core"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useDeskContext } from "../../desk/desk-context.tsx"
import { regional } from "../../language/language.ts"
import { http } from "../../session/session.ts"
import { useDraft, useValue } from "../draft/draft-context.tsx"
import { getIn, type Path, type Value } from "../draft/values.ts"
import { Form } from "../form/form.tsx"
import type { FieldGroup } from "../form/spec.ts"
import { EntrySection } from "../page/entry-section.tsx"
import { Holidays } from "./holidays.tsx"
import styles from "./hours-page.module.css"
import { WeekEditor } from "./week-editor.tsx"

const groups: readonly FieldGroup[] = [
  {
    title: t`Hours`,
    fields: [
      { name: "name", label: t`Name`, required: true, input: { type: "text" } },
      {
        name: "zone",
        label: t`Time zone`,
        help: t`Such as Europe/Berlin`,
        required: true,
        input: { type: "text" },
      },
    ],
  },
]

function Editor({ at }: { at: Path }) {
  return (
    <>
      <Preview at={at} />
      <Form at={at} groups={groups} />
      <WeekEditor path={[...at, "open"]} />
      <Holidays path={[...at, "holidays"]} />
    </>
  )
}

function Preview({ at }: { at: Path }) {
  const { base } = useDeskContext()
  const { text } = useDraft()
  const zone = String(useValue([...at, "zone"]) ?? "UTC")
  const hours = String(at[1])
  const { data, isError } = useQuery({
    queryKey: ["hours-preview", base, hours, text],
    queryFn: () => http.ask<HoursPreviewed>("POST", `${base}/document/preview/hours`, { yaml: text, hours }),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    retry: false,
  })
  if (isError || !data) return null
  const [first] = data.open
  return (
    <section aria-label={t`As it stands`} className={styles.preview}>
      <Badge tt="none" color={data.open_now ? "teal" : "gray"} variant="light">
        {data.open_now ? t`Open now` : t`Closed now`}
      </Badge>
      <Text>
        {first
          ? data.open_now
            ? t`until ${moment(first.to, zone)}`
            : t`opens ${moment(first.from, zone)}`
          : t`It opens not once in the next two weeks.`}
      </Text>
      {data.open.length > 1 && (
        <Text c="dimmed">
          <Trans>
            then{" "}
            {data.open
              .slice(1, 4)
              .map(({ from, to }) => `${moment(from, zone)} – ${moment(to, zone)}`)
              .join("; ")}
          </Trans>
        </Text>
      )}
    </section>
  )
}

/** On the clock of the zone, not of the reader. */
function moment(rfc3339: string, zone: string): string {
  try {
    const shown = { weekday: "short", hour: "2-digit", minute: "2-digit", timeZone: zone } as const
    return new Date(rfc3339).toLocaleString(regional(), shown)
  } catch {
    return rfc3339
  }
}

const about = (entry: Value): string => String(getIn(entry, ["zone"]) ?? "")

export default function HoursPage() {
  return (
    <EntrySection
      section="hours"
      kind="hours"
      title={t`Hours`}
      lead={<Trans>When queues are open. A queue without hours is always open.</Trans>}
      add={t`Add hours`}
      placeholder={t`Office hours`}
      fresh={name => ({
        name,
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        open: { "mon-fri": ["09:00-17:00"] },
      })}
      about={about}
      Editor={Editor}
      empty={<Trans>Add hours and name them at the queues that keep them.</Trans>}
    />
  )
}
