// The desk's frame: top bar and three panes. They fold before anything is cut off: below 1180 px the details
// come over the conversation, below 800 px one pane is shown at a time, with a way back.

import type { Membership, Session } from "@baton/protocol"
import { useHotkeys, useMediaQuery } from "@mantine/hooks"
import { useRef, useState } from "react"
import { Middle } from "../conversation/middle.tsx"
import type { RunLine } from "../conversation/use-slash-commands.ts"
import { HelpSheet } from "../help/help-sheet.tsx"
import { Inbox } from "../inbox/inbox.tsx"
import { DetailsPane } from "../panels/details-pane.tsx"
import { ConnectionBanner } from "./connection-banner.tsx"
import { useConversation } from "./desk-context.tsx"
import { useNeighbours } from "./neighbours.ts"
import { Palette } from "./palette.tsx"
import styles from "./shell.module.css"
import { useSignals } from "./signals.ts"
import { TopBar } from "./top-bar.tsx"
import { useWatch } from "./watch.ts"

interface ShellProps {
  session: Session
  membership: Membership
  selected: string | undefined
  select: (conversation: string | undefined) => void
}

export function Shell({ session, membership, selected, select }: ShellProps) {
  const wide = useMediaQuery("(min-width: 1180px)", true, { getInitialValueInEffect: false })
  const [details, setDetails] = useState(false)
  const [help, setHelp] = useState(false)
  const [palette, setPalette] = useState(false)
  const lines = useRef<RunLine | undefined>(undefined)
  const conversation = useConversation(selected)
  useWatch(selected)
  useSignals()
  useNeighbours(selected, select)
  useHotkeys([["mod+K", () => setPalette(true)]], [])
  useHotkeys([
    ["?", () => setHelp(true)],
    ["shift+?", () => setHelp(true)],
  ])

  const showDetails = conversation !== undefined && (wide || details)
  return (
    <div className={styles.shell} data-pane={selected ? (details ? "details" : "conversation") : "inbox"}>
      <TopBar session={session} membership={membership} onHelp={() => setHelp(true)} />
      <ConnectionBanner />
      <div className={styles.panes} data-details={showDetails}>
        <section className={styles.inbox} aria-label="Inbox">
          <Inbox selected={selected} select={select} />
        </section>
        <main className={styles.conversation}>
          <Middle
            selected={selected}
            select={select}
            details={wide ? undefined : { shown: details, toggle: () => setDetails(!details) }}
            lines={lines}
            onHelp={() => setHelp(true)}
          />
        </main>
        {showDetails && (
          <aside className={styles.details} aria-label="Details">
            <DetailsPane conversation={conversation} onBack={wide ? undefined : () => setDetails(false)} />
          </aside>
        )}
      </div>
      {palette && (
        <Palette
          conversation={conversation}
          select={select}
          runLine={line => lines.current?.(line)}
          onClose={() => setPalette(false)}
        />
      )}
      <HelpSheet conversation={conversation?.id} opened={help} onClose={() => setHelp(false)} />
    </div>
  )
}
