// What of the inbox is shown, with how much there is of each. Offers stand above all of them.

import { t } from "@lingui/core/macro"
import { ActionIcon, Tooltip } from "@mantine/core"
import { IconLayoutSidebarLeftCollapse } from "@tabler/icons-react"
import { type KeyboardEvent, useRef, useState } from "react"
import styles from "./inbox-tabs.module.css"

export type InboxTab = "all" | "mine" | "queue" | "watching" | "messages"

const TABS: { tab: InboxTab; name: string }[] = [
  { tab: "all", name: t`All` },
  { tab: "mine", name: t`Mine` },
  { tab: "queue", name: t({ message: "Queue", context: "tab" }) },
  { tab: "watching", name: t({ message: "Watching", context: "tab" }) },
  { tab: "messages", name: t`Messages` },
]

const KEPT = "baton.inbox"

export function useInboxTab(): [InboxTab, (tab: InboxTab) => void] {
  const [tab, setTab] = useState<InboxTab>(
    () => TABS.find(one => one.tab === localStorage.getItem(KEPT))?.tab ?? "all",
  )
  return [
    tab,
    next => {
      localStorage.setItem(KEPT, next)
      setTab(next)
    },
  ]
}

interface InboxTabsProps {
  tab: InboxTab
  counts: Record<Exclude<InboxTab, "all">, number>
  onChange: (tab: InboxTab) => void
  fold: () => void
}

export function InboxTabs({ tab, counts, onChange, fold }: InboxTabsProps) {
  const list = useRef<HTMLDivElement>(null)
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = TABS.findIndex(one => one.tab === tab)
    const next = TABS[(at + step + TABS.length) % TABS.length]
    if (!next) return
    onChange(next.tab)
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.tab}"]`)?.focus()
  }
  return (
    <div className={styles.row}>
      <div ref={list} className={styles.tabs} role="tablist" aria-label={t`Show`} onKeyDown={onKeyDown}>
        {TABS.map(one => (
          <button
            key={one.tab}
            type="button"
            role="tab"
            data-tab={one.tab}
            className={styles.tab}
            aria-selected={one.tab === tab}
            aria-controls="inbox"
            tabIndex={one.tab === tab ? 0 : -1}
            onClick={() => onChange(one.tab)}
          >
            {one.name}
            {one.tab !== "all" && counts[one.tab] > 0 && (
              <span className={styles.count}>{counts[one.tab] > 99 ? "99+" : counts[one.tab]}</span>
            )}
          </button>
        ))}
      </div>
      <Tooltip label={t`Fold the inbox`}>
        <ActionIcon
          className={styles.fold}
          variant="subtle"
          color="gray"
          aria-label={t`Fold the inbox`}
          onClick={fold}
        >
          <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
