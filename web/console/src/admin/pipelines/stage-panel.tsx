// The editor of one stage: its fields, the ways that lead on, its questions; its place and name in the pipeline.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { ActionIcon, Alert, Button, Group, Tooltip } from "@mantine/core"
import { IconArrowDown, IconArrowUp, IconTrash, IconX } from "@tabler/icons-react"
import { useDraft, useEdit, useEntries, useFindings } from "../draft/draft-context.tsx"
import type { Path } from "../draft/values.ts"
import { withHelp } from "../findings/index.ts"
import { Form } from "../form/form.tsx"
import { stageName } from "../form/names.ts"
import { KeyButton } from "../page/key-button.tsx"
import { useAdminHref } from "../page/place.ts"
import { Escalations } from "./escalations.tsx"
import { kindOf } from "./graph.ts"
import { Questions } from "./questions.tsx"
import { stageFields } from "./stage-fields.ts"
import styles from "./stage-panel.module.css"

interface StagePanelProps {
  pipeline: string
  stage: string
  onClose: () => void
  onRename: (key: string) => void
}

export function StagePanel({ pipeline, stage, onClose, onRename }: StagePanelProps) {
  const { values } = useDraft()
  const { move, remove, rename } = useEdit()
  const href = useAdminHref()
  const stages = useEntries(["pipelines", pipeline, "stages"])
  const at: Path = ["pipelines", pipeline, "stages", stage]
  const findings = useFindings(at)
  const entry = stages[stage]
  const order = Object.keys(stages)
  const place = order.indexOf(stage)
  const kind = kindOf(entry)
  const name = stageName(values, stage, entry)
  return (
    <section className={styles.panel} aria-label={t`Stage ${name}`}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="xs">
          <h4 className={styles.title}>{name}</h4>
          <KeyButton
            among={at.slice(0, -1)}
            current={stage}
            onRename={key => {
              rename("stage", at, key)
              onRename(key)
            }}
          />
        </Group>
        <Group gap={4} wrap="nowrap">
          <Tool label={t`Earlier`} off={place <= 0} onClick={() => move(at, place - 1)} Icon={IconArrowUp} />
          <Tool
            label={t`Later`}
            off={place >= order.length - 1}
            onClick={() => move(at, place + 1)}
            Icon={IconArrowDown}
          />
          <Tool
            label={t`Delete the stage`}
            off={order.length === 1}
            onClick={() => {
              onClose()
              remove(at)
            }}
            Icon={IconTrash}
          />
          <Tool label={t`Close`} off={false} onClick={onClose} Icon={IconX} />
        </Group>
      </Group>
      {findings.map(found => (
        <Alert
          key={found.message}
          color={found.severity === "error" ? "red" : "amber"}
          variant="light"
          p="xs"
        >
          {withHelp(found)}
        </Alert>
      ))}
      <Form at={at} groups={stageFields[kind ?? "unclear"]} />
      {kind === "connect" && <Escalations pipeline={pipeline} stage={stage} />}
      {kind === "form" && <Questions path={[...at, "fields"]} />}
      <Button
        component="a"
        href={href("messages", "all", `${pipeline}.${stage}`)}
        variant="subtle"
        size="compact-sm"
      >
        <Trans>What visitors read in this stage</Trans>
      </Button>
    </section>
  )
}

interface ToolProps {
  label: string
  off: boolean
  onClick: () => void
  Icon: typeof IconX
}

function Tool({ label, off, onClick, Icon }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={off} onClick={onClick}>
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  )
}
