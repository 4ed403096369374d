// A new way by form, for the keyboard and for who would rather not draw: from where, how, to where.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Select, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { useDraft, useEdit } from "../draft/draft-context.tsx"
import { optionsOf } from "../form/names.ts"
import { WAYS, type WayKind } from "./graph.ts"
import styles from "./pipelines-page.module.css"
import { stageOf, waysFrom, written } from "./ways.ts"

export interface NewWay {
  from: string | undefined
  to: string | undefined
}

interface ConnectFormProps {
  pipeline: string
  way: NewWay
  onChange: (way: NewWay) => void
  onDone: (from: string) => void
}

export function ConnectForm({ pipeline, way: { from, to }, onChange, onDone }: ConnectFormProps) {
  const { values } = useDraft()
  const { set } = useEdit()
  const [wanted, setWanted] = useState<WayKind>()
  const [label, setLabel] = useState("")
  const stages = optionsOf(values, "stage", ["pipelines", pipeline])
  const kinds = from ? waysFrom(stageOf(values, pipeline, from)) : []
  const kind = wanted && kinds.includes(wanted) ? wanted : kinds[0]
  const target = stages.find(({ value }) => value === to)?.label ?? ""
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!from || !to || !kind) return
    const { path, value } = written(values, pipeline, from, kind, to, label.trim() || target)
    set(path, value)
    setLabel("")
    onDone(from)
  }
  return (
    <form onSubmit={submit} className={styles.connect} aria-label={t`New way`}>
      <Select
        label={t`From`}
        data={stages.filter(({ value }) => waysFrom(stageOf(values, pipeline, value)).length > 0)}
        value={from ?? null}
        onChange={next => onChange({ from: next ?? undefined, to })}
      />
      <Select
        label={t`When`}
        data={kinds.map(value => ({ value, label: WAYS[value] }))}
        value={kind ?? null}
        disabled={kinds.length === 0}
        allowDeselect={false}
        onChange={next => setWanted((next ?? undefined) as WayKind | undefined)}
      />
      <Select
        label={t`To`}
        data={stages.filter(({ value }) => value !== from)}
        value={to ?? null}
        onChange={next => onChange({ from, to: next ?? undefined })}
      />
      {kind === "escalation" && (
        <TextInput
          label={t`Label`}
          placeholder={target}
          value={label}
          onChange={event => setLabel(event.currentTarget.value)}
        />
      )}
      <Button type="submit" variant="default" disabled={!from || !to || !kind}>
        <Trans>Connect</Trans>
      </Button>
    </form>
  )
}
