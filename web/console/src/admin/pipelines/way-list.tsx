// The picture as a list: each stage with what it waits for and where it leads, to read and to take ways out.

import { t } from "@lingui/core/macro"
import { ActionIcon } from "@mantine/core"
import { IconX } from "@tabler/icons-react"
import { useEdit } from "../draft/draft-context.tsx"
import { KINDS, type PipelineGraph, WAYS } from "./graph.ts"
import styles from "./way-list.module.css"
import { removed } from "./ways.ts"

interface WayListProps {
  graph: PipelineGraph
  chosen: string | undefined
  onChoose: (stage: string) => void
}

export function WayList({ graph, chosen, onChoose }: WayListProps) {
  const { remove } = useEdit()
  const names = new Map([
    ...graph.stages.map(one => [one.key, one.name]),
    ...graph.outside.map(one => [one.id, one.name]),
  ] as [string, string][])
  return (
    <ol className={styles.stages} aria-label={t`Stages`}>
      {graph.stages.map(stage => {
        const ways = graph.ways.filter(({ from }) => from === stage.key)
        return (
          <li key={stage.key}>
            <button
              type="button"
              className={styles.stage}
              aria-pressed={stage.key === chosen}
              onClick={() => onChoose(stage.key)}
            >
              <strong>{stage.name}</strong>
              <span>
                {[
                  stage.first && t`Begins here`,
                  stage.kind ? KINDS[stage.kind] : t`Unclear`,
                  stage.tier !== undefined && t`tier ${stage.tier}`,
                  stage.maxWait && t`waits ${stage.maxWait}`,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </button>
            {ways.length > 0 && (
              <ul className={styles.ways}>
                {ways.map(way => {
                  const to = names.get(way.to) ?? way.to
                  const how = way.label === WAYS[way.kind] ? way.label : `${WAYS[way.kind]}: ${way.label}`
                  return (
                    <li key={way.id}>
                      <span>
                        {how} <span aria-hidden="true">→</span> {to}
                      </span>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="sm"
                        aria-label={t`Take out the way from ${stage.name} to ${to} (${how})`}
                        onClick={() => remove(removed(way))}
                      >
                        <IconX size={14} />
                      </ActionIcon>
                    </li>
                  )
                })}
              </ul>
            )}
          </li>
        )
      })}
    </ol>
  )
}
