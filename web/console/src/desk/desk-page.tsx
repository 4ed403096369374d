// The desk: three panes, the outer ones folded by key and as wide as one likes. They fold before anything is cut off:
// below 1180 px the details come over the conversation, below 800 px one pane is shown at a time, with a way back.

import { t } from "@lingui/core/macro"
import { ActionIcon } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { IconLayoutSidebarLeftExpand } from "@tabler/icons-react"
import { type CSSProperties, useState } from "react"
import { Middle } from "../conversation/middle.tsx"
import { Inbox } from "../inbox/inbox.tsx"
import { DetailsPane } from "../panels/details-pane.tsx"
import { useConversation } from "./desk-context.tsx"
import styles from "./desk-page.module.css"
import { useFrame } from "./frame-context.ts"
import { useNeighbours } from "./neighbours.ts"
import { PaneEdge } from "./pane-edge.tsx"
import { usePanes } from "./panes.ts"
import { useSelect, useSelected } from "./places.ts"
import { useShortcut } from "./shortcuts.ts"
import { useWatch } from "./watch.ts"

export function DeskPage() {
  const { lines, openHelp } = useFrame()
  const selected = useSelected()
  const select = useSelect()
  const wide = useMediaQuery("(min-width: 1180px)", true, { getInitialValueInEffect: false })
  const [details, setDetails] = useState(false)
  const { panes, toggle, widen } = usePanes()
  const conversation = useConversation(selected)
  useWatch(selected)
  useNeighbours(selected, select)
  useShortcut("toggle_inbox", () => toggle("inbox"))
  useShortcut("toggle_details", () => (wide ? toggle("details") : setDetails(!details)))

  const showDetails = conversation !== undefined && (wide ? !panes.details.folded : details)
  const widths = {
    "--inbox": `${panes.inbox.width_px}px`,
    "--details": `${panes.details.width_px}px`,
  } as CSSProperties
  return (
    <div
      className={styles.panes}
      style={widths}
      data-pane={selected ? (details && !wide ? "details" : "conversation") : "inbox"}
      data-details={showDetails}
      data-folded={panes.inbox.folded}
    >
      <section className={styles.inbox} aria-label={t`Inbox`}>
        <div className={styles.scroller}>
          <Inbox selected={selected} select={select} fold={() => toggle("inbox")} />
        </div>
        <PaneEdge side="inbox" label={t`Width of the inbox`} width_px={panes.inbox.width_px} widen={widen} />
      </section>
      {panes.inbox.folded && (
        <ActionIcon
          className={styles.unfold}
          variant="subtle"
          color="gray"
          aria-label={t`Unfold the inbox`}
          onClick={() => toggle("inbox")}
        >
          <IconLayoutSidebarLeftExpand size={18} stroke={1.6} />
        </ActionIcon>
      )}
      <main className={styles.conversation}>
        <Middle
          selected={selected}
          select={select}
          details={{
            shown: showDetails,
            toggle: () => (wide ? toggle("details") : setDetails(!details)),
          }}
          lines={lines}
          onHelp={openHelp}
        />
      </main>
      {showDetails && (
        <aside className={styles.details} aria-label={t`Details`}>
          <div className={styles.scroller}>
            <DetailsPane conversation={conversation} onBack={wide ? undefined : () => setDetails(false)} />
          </div>
          <PaneEdge
            side="details"
            label={t`Width of the details`}
            width_px={panes.details.width_px}
            widen={widen}
          />
        </aside>
      )}
    </div>
  )
}
