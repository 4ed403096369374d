// The desk: three panes. They fold before anything is cut off: below 1180 px the details come over the
// conversation, below 800 px one pane is shown at a time, with a way back.

import { t } from "@lingui/core/macro"
import { useMediaQuery } from "@mantine/hooks"
import { useState } from "react"
import { Middle } from "../conversation/middle.tsx"
import { Inbox } from "../inbox/inbox.tsx"
import { DetailsPane } from "../panels/details-pane.tsx"
import { useConversation } from "./desk-context.tsx"
import styles from "./desk-page.module.css"
import { useFrame } from "./frame-context.ts"
import { useNeighbours } from "./neighbours.ts"
import { useSelect, useSelected } from "./places.ts"
import { useWatch } from "./watch.ts"

export function DeskPage() {
  const { lines, openHelp } = useFrame()
  const selected = useSelected()
  const select = useSelect()
  const wide = useMediaQuery("(min-width: 1180px)", true, { getInitialValueInEffect: false })
  const [details, setDetails] = useState(false)
  const conversation = useConversation(selected)
  useWatch(selected)
  useNeighbours(selected, select)

  const showDetails = conversation !== undefined && (wide || details)
  return (
    <div
      className={styles.panes}
      data-pane={selected ? (details ? "details" : "conversation") : "inbox"}
      data-details={showDetails}
    >
      <section className={styles.inbox} aria-label={t`Inbox`}>
        <Inbox selected={selected} select={select} />
      </section>
      <main className={styles.conversation}>
        <Middle
          selected={selected}
          select={select}
          details={wide ? undefined : { shown: details, toggle: () => setDetails(!details) }}
          lines={lines}
          onHelp={openHelp}
        />
      </main>
      {showDetails && (
        <aside className={styles.details} aria-label={t`Details`}>
          <DetailsPane conversation={conversation} onBack={wide ? undefined : () => setDetails(false)} />
        </aside>
      )}
    </div>
  )
}
