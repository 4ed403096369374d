// Skills: what queues ask for and agents hold.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Fieldset } from "@mantine/core"
import { useEntries } from "../draft/draft-context.tsx"
import { getIn, type Path } from "../draft/values.ts"
import form from "../form/form.module.css"
import { Form } from "../form/form.tsx"
import { nameOf } from "../form/names.ts"
import type { FieldGroup } from "../form/spec.ts"
import { EntrySection } from "../page/entry-section.tsx"
import { useAdminHref } from "../page/place.ts"

const groups: readonly FieldGroup[] = [
  { title: t`Skill`, fields: [{ name: "name", label: t`Name`, required: true, input: { type: "text" } }] },
]

function Editor({ at }: { at: Path }) {
  const agents = Object.entries(useEntries(["agents"]))
  const href = useAdminHref()
  const holders = agents.filter(([, agent]) => getIn(agent, ["skills", String(at[1])]) !== undefined)
  return (
    <>
      <Form at={at} groups={groups} />
      <Fieldset legend={t`Who holds it`} className={form.group}>
        {holders.length === 0 ? (
          <Trans>Nobody yet. Skills are given to agents on their own pages.</Trans>
        ) : (
          <ul className={form.links}>
            {holders.map(([key, agent]) => (
              <li key={key}>
                <a href={href("agents", key)}>{nameOf(key, agent)}</a>
                {`, ${t`level ${String(getIn(agent, ["skills", String(at[1])]))}`}`}
              </li>
            ))}
          </ul>
        )}
      </Fieldset>
    </>
  )
}

export default function SkillsPage() {
  return (
    <EntrySection
      section="skills"
      kind="skill"
      title={t`Skills`}
      lead={
        <Trans>
          Abilities that queues and answers to forms ask for, held by agents at a level from 1 to 5.
        </Trans>
      }
      add={t`Add a skill`}
      placeholder={t`Billing`}
      fresh={name => ({ name })}
      about={(_, key) => key}
      Editor={Editor}
      empty={<Trans>Skills bring a conversation to somebody who can help with just that.</Trans>}
    />
  )
}
