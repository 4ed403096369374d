// Agents: who they are, what they may do, what they can do, how much at once.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { getIn, isList, type Path, type Value } from "../draft/values.ts"
import { Form } from "../form/form.tsx"
import type { FieldGroup } from "../form/spec.ts"
import { EntrySection } from "../page/entry-section.tsx"

const groups: readonly FieldGroup[] = [
  {
    title: t`Who it is`,
    fields: [
      {
        name: "name",
        label: t`Name`,
        help: t`As colleagues see it`,
        required: true,
        input: { type: "text" },
      },
      {
        name: "public_name",
        label: t`Public name`,
        help: t`As visitors see it; the same if left out`,
        input: { type: "text" },
      },
      {
        name: "email",
        label: t`E-mail`,
        help: t`The account that signs in as this agent`,
        required: true,
        input: { type: "text" },
      },
      {
        name: "kind",
        label: t`Kind`,
        input: {
          type: "choice",
          usual: "human",
          options: [
            { value: "human", label: t`A person` },
            { value: "bot", label: t`A program with a token` },
          ],
        },
      },
    ],
  },
  {
    title: t`What they may do`,
    fields: [
      {
        name: "roles",
        label: t`Roles`,
        input: {
          type: "several choices",
          usual: ["agent"],
          options: [
            { value: "agent", label: t`Agent: holds conversations` },
            { value: "admin", label: t`Administrator: sees and changes everything` },
            { value: "analyst", label: t`Analyst: figures, no texts` },
          ],
        },
      },
      {
        name: "supervisor_of",
        label: t`Supervises`,
        help: t`Teams whose conversations they watch over`,
        input: { type: "several", kind: "team" },
      },
    ],
  },
  {
    title: t`What they can do`,
    fields: [
      { name: "teams", label: t`Teams`, input: { type: "several", kind: "team" } },
      {
        name: "skills",
        label: t`Skills`,
        help: t`Level 1 is a beginner, 5 the one whom others ask`,
        input: { type: "levels" },
      },
      {
        name: "languages",
        label: t`Languages`,
        help: t`Codes such as de or pt-br`,
        input: { type: "words", placeholder: "en" },
      },
      {
        name: "capacity",
        label: t`Capacity`,
        help: t`Units of work held at once`,
        input: { type: "number", min: 1, max: 100, usual: 4 },
      },
    ],
  },
]

const Editor = ({ at }: { at: Path }) => <Form at={at} groups={groups} />

const about = (entry: Value): string => {
  const teams = getIn(entry, ["teams"])
  return [getIn(entry, ["email"]), isList(teams) && teams.join(", ")].filter(Boolean).join(" · ")
}

export default function AgentsPage() {
  return (
    <EntrySection
      section="agents"
      kind="agent"
      title={t`Agents`}
      lead={<Trans>Everybody who answers, supervises, administers or reads reports.</Trans>}
      add={t`Add an agent`}
      placeholder="Nora Albrecht"
      fresh={name => ({ name, email: "" })}
      about={about}
      Editor={Editor}
      empty={<Trans>Add the first agent.</Trans>}
    />
  )
}
