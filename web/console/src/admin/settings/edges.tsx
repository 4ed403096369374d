// The ways that hand-overs may go: from a queue, a team or a support level to another. None named is all allowed.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { ActionIcon, Button, Fieldset, Select, Text } from "@mantine/core"
import { IconArrowRight, IconPlus, IconX } from "@tabler/icons-react"
import { useEdit, useFindings, useValue } from "../draft/draft-context.tsx"
import { isEntries, isList, type Path, type Value } from "../draft/values.ts"
import form from "../form/form.module.css"
import { useOptions } from "../form/names.ts"
import styles from "./edges.module.css"

const PATH: Path = ["edges"]
const TIERS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

export function Edges() {
  const { put } = useEdit()
  const value = useValue(PATH)
  const edges = isList(value) ? value : []
  const way = { from: { tier: 1 }, to: { tier: 2 } }
  // An empty list would read as if no way was allowed.
  const takeOut = (out: number) =>
    put(PATH, edges.length > 1 ? edges.filter((_, at) => at !== out) : undefined)
  return (
    <Fieldset legend={t`Ways that hand-overs may go`} className={form.group}>
      {edges.length > 0 ? (
        <ol className={styles.edges}>
          {edges.map((edge, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a way is known by its place alone
            <Edge key={at} path={[...PATH, at]} edge={edge} number={at + 1} onTakeOut={() => takeOut(at)} />
          ))}
        </ol>
      ) : (
        <Text c="dimmed" mb="xs">
          <Trans>All of them. As soon as one is named, agents may only go the ways that are.</Trans>
        </Text>
      )}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={16} />}
        onClick={() => put(PATH, [...edges, way])}
      >
        <Trans>Add a way</Trans>
      </Button>
    </Fieldset>
  )
}

interface EdgeProps {
  path: Path
  edge: Value
  number: number
  onTakeOut: () => void
}

function Edge({ path, edge, number, onTakeOut }: EdgeProps) {
  const findings = useFindings(path, "below")
  const ends = isEntries(edge) ? edge : {}
  return (
    <li className={styles.edge}>
      <End
        path={[...path, "from"]}
        end={ends.from}
        label={t`Way ${number} from`}
        error={findings[0]?.message}
      />
      <IconArrowRight size={16} aria-hidden="true" />
      <End path={[...path, "to"]} end={ends.to} label={t`Way ${number} to`} />
      <ActionIcon variant="subtle" color="gray" aria-label={t`Take out way ${number}`} onClick={onTakeOut}>
        <IconX size={16} />
      </ActionIcon>
    </li>
  )
}

interface EndProps {
  path: Path
  end: Value | undefined
  label: string
  error?: string | undefined
}

function End({ path, end, label, error }: EndProps) {
  const { set } = useEdit()
  const queues = useOptions("queue", path)
  const teams = useOptions("team", path)
  const [[kind, named] = []] = isEntries(end) ? Object.entries(end) : []
  const choose = (chosen: string) => {
    const [kind = "", named = ""] = chosen.split(/:(.*)/s)
    set(path, kind === "tier" ? { tier: Number(named) } : { [kind]: named })
  }
  return (
    <Select
      aria-label={label}
      searchable
      allowDeselect={false}
      error={error}
      data={[
        {
          group: t`Support levels`,
          items: TIERS.map(tier => ({ value: `tier:${tier}`, label: t`Tier ${tier}` })),
        },
        { group: t`Teams`, items: teams.map(one => ({ ...one, value: `team:${one.value}` })) },
        { group: t`Queues`, items: queues.map(one => ({ ...one, value: `queue:${one.value}` })) },
      ]}
      value={kind === undefined ? null : `${kind}:${named}`}
      onChange={chosen => chosen !== null && choose(chosen)}
    />
  )
}
