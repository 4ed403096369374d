// What narrows a search: visitor, agent, queue, tag, time and state.

import { t } from "@lingui/core/macro"
import { Select, TextInput } from "@mantine/core"
import { useDirectory } from "../desk/directory.ts"
import styles from "./filters.module.css"
import type { Sought } from "./sought.ts"

interface FiltersProps {
  sought: Sought
  change: (changed: Partial<Sought>) => void
}

export function Filters({ sought, change }: FiltersProps) {
  const { data: directory } = useDirectory()
  const agents = directory?.agents.map(({ agent }) => ({ value: agent.id, label: agent.name })) ?? []
  const queues = directory?.queues.map(({ id, name }) => ({ value: id, label: name })) ?? []
  const ranges = [
    { value: "day", label: t`Last 24 hours` },
    { value: "week", label: t`Last 7 days` },
    { value: "month", label: t`Last 30 days` },
    { value: "year", label: t`Last 12 months` },
    { value: "between", label: t`Between two days` },
  ]
  const states = [
    { value: "open", label: t`Open` },
    { value: "closed", label: t`Closed` },
  ]
  const select = (name: "agent" | "queue" | "range" | "state") => ({
    size: "xs",
    clearable: true,
    value: sought[name] || null,
    onChange: (value: string | null) => change({ [name]: value ?? "" }),
  })
  const field = (name: "visitor" | "tag" | "from" | "to") => ({
    size: "xs",
    value: sought[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => change({ [name]: event.currentTarget.value }),
  })
  return (
    <div className={styles.filters}>
      <TextInput label={t`Visitor`} placeholder={t`Name, e-mail or number`} {...field("visitor")} />
      <TextInput label={t`Tag`} placeholder={t`Any`} {...field("tag")} />
      <Select label={t`Agent`} placeholder={t`Anybody`} searchable data={agents} {...select("agent")} />
      <Select label={t`Queue`} placeholder={t`Any`} searchable data={queues} {...select("queue")} />
      <Select label={t`Opened`} placeholder={t`At any time`} data={ranges} {...select("range")} />
      <Select label={t`State`} placeholder={t`Any`} data={states} {...select("state")} />
      {sought.range === "between" && (
        <>
          <TextInput label={t`From`} type="date" {...field("from")} />
          <TextInput label={t`To`} type="date" {...field("to")} />
        </>
      )}
    </div>
  )
}
