// The directory: queues and agents with load, room, fit, waits and "was here". Found by typing, chosen by arrows.

import type { Targets } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Skeleton, TextInput } from "@mantine/core"
import { IconSearch } from "@tabler/icons-react"
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react"
import { type Chosen, find, keyOf, nameOf, offOf } from "./plan.ts"
import { TargetFacts } from "./target-facts.tsx"
import styles from "./target-list.module.css"

interface TargetListProps {
  targets: Targets | undefined
  search: string
  chosen: Chosen | undefined
  onChoose: (chosen: Chosen) => void
}

export function TargetList({ targets, search: typed, chosen, onChoose }: TargetListProps) {
  const [search, setSearch] = useState(typed)
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const found = useMemo(() => (targets ? find(targets, search) : []), [targets, search])
  const active = found[Math.min(at, found.length - 1)]

  useEffect(() => {
    if (active) list.current?.querySelector(`#target-${keyOf(active)}`)?.scrollIntoView({ block: "nearest" })
  }, [active])

  const choose = (one: Chosen) => {
    if (!offOf(one)) onChoose(one)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(found.length - 1, at + step)))
    } else if (event.key === "Enter" && active) {
      event.preventDefault()
      choose(active)
    }
  }
  const group = (kind: Chosen["kind"], title: string) => {
    const members = found.filter(one => one.kind === kind)
    if (members.length === 0) return null
    return (
      // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
      <div role="group" aria-label={title}>
        <div className={styles.heading} aria-hidden="true">
          {title}
        </div>
        {members.map(one => (
          <Target
            key={keyOf(one)}
            target={one}
            active={one === active}
            chosen={chosen !== undefined && keyOf(chosen) === keyOf(one)}
            onChoose={() => {
              setAt(found.indexOf(one))
              choose(one)
            }}
          />
        ))}
      </div>
    )
  }

  return (
    <>
      <TextInput
        type="search"
        className={styles.search}
        aria-label={t`Find an agent or a queue`}
        placeholder={t`Find an agent or a queue`}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        data-autofocus
        aria-controls="targets"
        aria-activedescendant={active && `target-${keyOf(active)}`}
        value={search}
        onChange={event => {
          setSearch(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id="targets"
        role="listbox"
        aria-label={t`Targets`}
        className={styles.list}
        tabIndex={0}
      >
        {group("queue", t`Queues`)}
        {group("agent", t`Agents`)}
        {!targets && <ListSkeleton />}
      </div>
      {targets && found.length === 0 && (
        <p className={styles.nobody} role="status">
          <Trans>Nobody is called “{search}”.</Trans>
        </p>
      )}
    </>
  )
}

interface TargetProps {
  target: Chosen
  active: boolean
  chosen: boolean
  onChoose: () => void
}

function Target({ target, active, chosen, onChoose }: TargetProps) {
  const off = offOf(target)
  const key = keyOf(target)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field keeps the focus and takes the keys
    <div
      id={`target-${key}`}
      role="option"
      tabIndex={-1}
      aria-label={nameOf(target)}
      aria-describedby={`facts-${key}`}
      aria-selected={chosen}
      aria-disabled={off !== undefined}
      data-active={active}
      className={styles.target}
      onMouseDown={event => event.preventDefault()}
      onClick={onChoose}
    >
      <TargetFacts id={`facts-${key}`} target={target} />
    </div>
  )
}

function ListSkeleton() {
  return (
    <div className="later" aria-hidden="true">
      {[1, 2, 3, 4, 5].map(row => (
        <Skeleton key={row} height={40} m={8} width="auto" />
      ))}
    </div>
  )
}
