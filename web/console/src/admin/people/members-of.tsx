// Who is in a team or supervises it. It is written at each agent; here it is seen and changed from the other side.

import { Fieldset, MultiSelect } from "@mantine/core"
import { useEdit, useEntries } from "../draft/draft-context.tsx"
import { getIn, isList, type Value } from "../draft/values.ts"
import form from "../form/form.module.css"
import { nameOf } from "../form/names.ts"

interface MembersOfProps {
  title: string
  field: "teams" | "supervisor_of"
  team: string
}

export function MembersOf({ title, field, team }: MembersOfProps) {
  const { put } = useEdit()
  const agents = useEntries(["agents"])
  const members = Object.entries(agents).filter(([, agent]) => teamsOf(agent, field).includes(team))
  const change = (next: readonly string[]) => {
    for (const [key, agent] of Object.entries(agents)) {
      const teams = teamsOf(agent, field)
      const left = teams.filter(one => one !== team)
      if (next.includes(key) === teams.includes(team)) continue
      const changed = next.includes(key) ? [...teams, team] : left
      put(["agents", key, field], changed.length > 0 ? changed : undefined)
    }
  }
  return (
    <Fieldset legend={title} className={form.group}>
      <MultiSelect
        aria-label={title}
        searchable
        data={Object.entries(agents).map(([value, agent]) => ({ value, label: nameOf(value, agent) }))}
        value={members.map(([key]) => key)}
        onChange={change}
      />
    </Fieldset>
  )
}

function teamsOf(agent: Value, field: string): readonly Value[] {
  const teams = getIn(agent, [field])
  return isList(teams) ? teams : []
}
