// Teams: departments, and who is in them.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import type { Path } from "../draft/values.ts"
import { Form } from "../form/form.tsx"
import type { FieldGroup } from "../form/spec.ts"
import { EntrySection } from "../page/entry-section.tsx"
import { MembersOf } from "./members-of.tsx"

const groups: readonly FieldGroup[] = [
  { title: t`Team`, fields: [{ name: "name", label: t`Name`, required: true, input: { type: "text" } }] },
]

const Editor = ({ at }: { at: Path }) => (
  <>
    <Form at={at} groups={groups} />
    <MembersOf title={t`Agents in this team`} field="teams" team={String(at[1])} />
    <MembersOf title={t`Supervisors of this team`} field="supervisor_of" team={String(at[1])} />
  </>
)

export default function TeamsPage() {
  return (
    <EntrySection
      section="teams"
      kind="team"
      title={t`Teams`}
      lead={<Trans>Departments: agents with their supervisors. Queues are served by teams and lists.</Trans>}
      add={t`Add a team`}
      placeholder={t`Front desk`}
      fresh={name => ({ name })}
      about={(_, key) => key}
      Editor={Editor}
      empty={<Trans>Teams bring agents together who do the same work.</Trans>}
    />
  )
}
