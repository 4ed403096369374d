// Queues: where conversations wait, who serves them, and what happens when nobody comes.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { getIn, isEntries, type Path, type Value } from "../draft/values.ts"
import { Form } from "../form/form.tsx"
import { EntrySection } from "../page/entry-section.tsx"
import { QueueAlerts } from "./queue-alerts.tsx"
import { queueFields } from "./queue-fields.ts"
import { Relaxation } from "./relaxation.tsx"

const Editor = ({ at }: { at: Path }) => (
  <>
    <Form at={at} groups={queueFields} />
    <Relaxation path={[...at, "relax"]} />
    <QueueAlerts at={at} />
  </>
)

const about = (entry: Value): string => {
  const tier = getIn(entry, ["tier"])
  const members = getIn(entry, ["members"])
  const served = isEntries(members) ? Object.values(members).flat() : []
  return [t`Tier ${typeof tier === "number" ? tier : 1}`, served.join(", ")].filter(Boolean).join(" · ")
}

export default function QueuesPage() {
  return (
    <EntrySection
      section="queues"
      kind="queue"
      title={t`Queues`}
      lead={<Trans>Where conversations wait for an agent.</Trans>}
      add={t`Add a queue`}
      placeholder={t`Front desk`}
      fresh={name => ({ name, members: {} })}
      about={about}
      Editor={Editor}
      empty={<Trans>Every workspace needs one queue at least.</Trans>}
    />
  )
}
