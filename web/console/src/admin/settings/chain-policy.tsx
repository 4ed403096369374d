// What happens to a chain of hand-overs beyond its limit: one of two words, or a queue.

import { t } from "@lingui/core/macro"
import { Fieldset, Select } from "@mantine/core"
import { useEdit, useFindings, useValue } from "../draft/draft-context.tsx"
import { getIn } from "../draft/values.ts"
import form from "../form/form.module.css"
import { useOptions } from "../form/names.ts"

const PATH = ["settings", "chain_policy"]
const QUEUE = "queue:"

export function ChainPolicy() {
  const { put } = useEdit()
  const value = useValue(PATH)
  const findings = useFindings(PATH, "below")
  const queues = useOptions("queue", PATH)
  const final = getIn(value, ["final_queue"])
  const chosen = typeof final === "string" ? QUEUE + final : typeof value === "string" ? value : "supervisor"
  return (
    <Fieldset legend={t`Beyond the limit of a chain`} className={form.group}>
      <Select
        label={t`What happens to the move`}
        allowDeselect={false}
        error={findings[0]?.message}
        data={[
          { value: "supervisor", label: t`A hand is raised; a supervisor decides` },
          { value: "block", label: t`It is refused` },
          {
            group: t`It may only go to the queue`,
            items: queues.map(one => ({ value: QUEUE + one.value, label: one.label })),
          },
        ]}
        value={chosen}
        onChange={next => {
          if (next?.startsWith(QUEUE)) put(PATH, { final_queue: next.slice(QUEUE.length) })
          else put(PATH, next === "supervisor" ? undefined : (next ?? undefined))
        }}
      />
    </Fieldset>
  )
}
