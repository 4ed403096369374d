// Lists: named sets of agents, by hand in their rank, or by a rule.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { SegmentedControl } from "@mantine/core"
import { useEdit, useValue } from "../draft/draft-context.tsx"
import { getIn, type Path, type Value } from "../draft/values.ts"
import { Form } from "../form/form.tsx"
import type { FieldGroup, FieldSpec } from "../form/spec.ts"
import { EntrySection } from "../page/entry-section.tsx"

const name: FieldSpec = { name: "name", label: t`Name`, required: true, input: { type: "text" } }

const byHand: readonly FieldGroup[] = [
  {
    title: t`By hand`,
    fields: [
      name,
      {
        name: "members",
        label: t`Agents`,
        help: t`Their order is their rank`,
        input: { type: "several", kind: "agent" },
      },
    ],
  },
]

const byRule: readonly FieldGroup[] = [
  {
    title: t`Everybody for whom all of it is true`,
    fields: [
      name,
      { name: "rule.team", label: t`In the team`, input: { type: "one", kind: "team", none: t`Any team` } },
      {
        name: "rule.role",
        label: t`With the role`,
        input: {
          type: "choice",
          options: [
            { value: "agent", label: t`Agent` },
            { value: "admin", label: t`Administrator` },
            { value: "analyst", label: t`Analyst` },
          ],
        },
      },
      {
        name: "rule.skills",
        label: t`Skills`,
        help: t`Held at this level or above`,
        input: { type: "levels" },
      },
    ],
  },
]

function Editor({ at }: { at: Path }) {
  const { remove, set } = useEdit()
  const rule = useValue([...at, "rule"]) !== undefined
  const change = (kind: string) => {
    remove([...at, rule ? "rule" : "members"])
    set([...at, kind], kind === "rule" ? {} : [])
  }
  return (
    <>
      <SegmentedControl
        aria-label={t`How it is made up`}
        w="fit-content"
        value={rule ? "rule" : "members"}
        onChange={change}
        data={[
          { value: "members", label: t`By hand` },
          { value: "rule", label: t`By a rule` },
        ]}
      />
      <Form at={at} groups={rule ? byRule : byHand} />
    </>
  )
}

const about = (entry: Value): string => (getIn(entry, ["rule"]) === undefined ? t`By hand` : t`By a rule`)

export default function ListsPage() {
  return (
    <EntrySection
      section="lists"
      kind="list"
      title={t`Lists`}
      lead={
        <Trans>Named sets of agents that serve queues and stages, or are asked first by an escalation.</Trans>
      }
      add={t`Add a list`}
      placeholder={t`Seniors`}
      fresh={listName => ({ name: listName, members: [] })}
      about={about}
      Editor={Editor}
      empty={<Trans>A list names agents across teams: seniors, specialists, those on call.</Trans>}
    />
  )
}
