// Pipelines: the path of a conversation as a picture, a list and forms over the same draft.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Group, Popover, Select, Stack, TextInput } from "@mantine/core"
import { IconPlus } from "@tabler/icons-react"
import { type FormEvent, lazy, Suspense, useMemo, useState } from "react"
import { useDraft, useEdit } from "../draft/draft-context.tsx"
import { type Entries, getIn, isEntries, type Path, type Value } from "../draft/values.ts"
import { Field } from "../form/field.tsx"
import { EntrySection } from "../page/entry-section.tsx"
import { keyFor } from "../page/keys.ts"
import { useAdminGo, useAdminPlace } from "../page/place.ts"
import { Waiting } from "../page/waiting.tsx"
import { ConnectForm, type NewWay } from "./connect-form.tsx"
import { graphOf, KINDS, type StageKind } from "./graph.ts"
import styles from "./pipelines-page.module.css"
import { StagePanel } from "./stage-panel.tsx"
import { WayList } from "./way-list.tsx"

const Picture = lazy(() => import("./picture.tsx"))

function Editor({ at }: { at: Path }) {
  const pipeline = String(at[1])
  const { values } = useDraft()
  const { inner } = useAdminPlace()
  const go = useAdminGo()
  const [way, setWay] = useState<NewWay>({ from: undefined, to: undefined })
  const graph = useMemo(() => graphOf(values, pipeline), [values, pipeline])
  const chosen = graph.stages.some(stage => stage.key === inner) ? inner : undefined
  const choose = (stage: string | undefined) =>
    stage === undefined ? go("pipelines", pipeline) : go("pipelines", pipeline, stage)
  return (
    <>
      <Group align="end" gap="md">
        <Field at={at} spec={{ name: "name", label: t`Name`, required: true, input: { type: "text" } }} />
        <AddStage pipeline={pipeline} onAdded={choose} />
      </Group>
      <div className={styles.work} data-open={chosen !== undefined}>
        <Stack>
          <Suspense fallback={<Waiting />}>
            <Picture
              pipeline={pipeline}
              graph={graph}
              chosen={chosen}
              onChoose={choose}
              onConnect={(from, to) => setWay({ from, to })}
            />
          </Suspense>
          <ConnectForm
            pipeline={pipeline}
            way={{ from: way.from ?? chosen, to: way.to }}
            onChange={setWay}
            onDone={from => {
              setWay({ from: undefined, to: undefined })
              choose(from)
            }}
          />
          <WayList graph={graph} chosen={chosen} onChoose={choose} />
        </Stack>
        {chosen !== undefined && (
          <StagePanel
            key={chosen}
            pipeline={pipeline}
            stage={chosen}
            onClose={() => choose(undefined)}
            onRename={choose}
          />
        )}
      </div>
    </>
  )
}

function AddStage({ pipeline, onAdded }: { pipeline: string; onAdded: (stage: string) => void }) {
  const { values } = useDraft()
  const { set } = useEdit()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState("")
  const [kind, setKind] = useState<StageKind>("connect")
  const around = ["pipelines", pipeline, "stages"]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const key = keyFor(name, values, around)
    set([...around, key], { kind, name: name.trim() })
    setOpen(false)
    setName("")
    onAdded(key)
  }
  return (
    <Popover opened={open} onChange={setOpen} trapFocus position="bottom-start">
      <Popover.Target>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setOpen(!open)}>
          <Trans>Add a stage</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Stack gap="xs">
            <TextInput
              label={t`Name of the stage`}
              data-autofocus
              value={name}
              onChange={event => setName(event.currentTarget.value)}
            />
            <Select
              label={t`Kind of the stage`}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              data={Object.entries(KINDS).map(([value, label]) => ({ value, label }))}
              value={kind}
              onChange={next => setKind((next ?? "connect") as StageKind)}
            />
            <Button type="submit" disabled={!name.trim()}>
              <Trans>Add</Trans>
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

const about = (entry: Value): string => {
  const stages = getIn(entry, ["stages"])
  return isEntries(stages) ? Object.keys(stages).join(" → ") : ""
}

/** Begins with the first queue there is. */
const fresh = (name: string, { queues }: Entries): Value => {
  const [queue] = isEntries(queues) ? Object.keys(queues) : []
  return { name, stages: { first: queue === undefined ? { kind: "connect" } : { queue } } }
}

export default function PipelinesPage() {
  return (
    <EntrySection
      wide
      section="pipelines"
      kind="pipeline"
      title={t`Pipelines`}
      lead={<Trans>The path of a conversation: stages, how long each waits, and where it leads then.</Trans>}
      add={t`Add a pipeline`}
      placeholder={t`Support`}
      fresh={fresh}
      about={about}
      Editor={Editor}
      empty={<Trans>Without a pipeline conversations go straight into the queue of entry.</Trans>}
    />
  )
}
