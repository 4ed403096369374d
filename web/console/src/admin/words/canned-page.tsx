// Canned replies: what agents write often, by shortcut, for everybody or for some queues and teams.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import type { Path, Value } from "../draft/values.ts"
import { Form } from "../form/form.tsx"
import type { FieldGroup } from "../form/spec.ts"
import { EntrySection } from "../page/entry-section.tsx"

const groups: readonly FieldGroup[] = [
  {
    title: t`Reply`,
    fields: [
      { name: "title", label: t`Title`, help: t`As agents find it`, required: true, input: { type: "text" } },
      { name: "text", label: t`What is written`, required: true, input: { type: "texts", long: true } },
    ],
  },
  {
    title: t`Who is offered it`,
    fields: [
      {
        name: "queues",
        label: t`In the queues`,
        help: t`Everywhere if none is named`,
        input: { type: "several", kind: "queue" },
      },
      {
        name: "teams",
        label: t`To the teams`,
        help: t`Everybody if none is named`,
        input: { type: "several", kind: "team" },
      },
    ],
  },
]

const Editor = ({ at }: { at: Path }) => <Form at={at} groups={groups} />

const about = (_: Value, key: string): string => `/${key}`

export default function CannedPage() {
  return (
    <EntrySection
      section="canned_replies"
      path="canned"
      title={t`Canned replies`}
      lead={
        <Trans>Agents write them by their key: /hello. The text may name the agent and the visitor.</Trans>
      }
      add={t`Add a reply`}
      placeholder={t`Hello`}
      fresh={title => ({ title, text: { en: title } })}
      about={about}
      Editor={Editor}
      empty={<Trans>What is written again and again is written once here.</Trans>}
    />
  )
}
