// The frame around every page of a workspace: top bar, connection banner, palette, help, and what reaches
// somebody who looks elsewhere.

import type { Conversation, Membership, Session } from "@baton/protocol"
import { Outlet } from "@tanstack/react-router"
import { Suspense, useEffect, useMemo, useRef, useState } from "react"
import type { RunLine } from "../conversation/use-slash-commands.ts"
import { FlowDialog } from "../flow/flow-dialog.tsx"
import { HelpSheet } from "../help/help-sheet.tsx"
import { visitorName } from "../words.ts"
import { ConnectionBanner } from "./connection-banner.tsx"
import { useConversation, useDesk, useSettings } from "./desk-context.tsx"
import styles from "./frame.module.css"
import { FrameContext } from "./frame-context.ts"
import { Palette } from "./palette.tsx"
import { useGoTo, useSelect, useSelected } from "./places.ts"
import { useShortcut } from "./shortcuts.ts"
import { useSignals } from "./signals.ts"
import { TopBar } from "./top-bar.tsx"

export function Frame({ session, membership }: { session: Session; membership: Membership }) {
  const [help, setHelp] = useState(false)
  const [palette, setPalette] = useState(false)
  const [flow, setFlow] = useState<string>()
  const lines = useRef<RunLine | undefined>(undefined)
  const select = useSelect()
  const goTo = useGoTo()
  const conversation = useConversation(useSelected())
  const shown = useConversation(flow)
  useSignals()
  const { density } = useSettings()
  useEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])
  useShortcut("palette", () => setPalette(true), { whileWriting: true })
  useShortcut("search", () => goTo("search"), { whileWriting: true })
  useShortcut("help", () => setHelp(true))
  const frame = useMemo(() => ({ lines, openHelp: () => setHelp(true), openFlow: setFlow }), [])

  return (
    <FrameContext value={frame}>
      <div className={styles.frame}>
        <TopBar session={session} membership={membership} onHelp={frame.openHelp} />
        <ConnectionBanner />
        <div className={styles.page}>
          <Suspense>
            <Outlet />
          </Suspense>
        </div>
        {palette && (
          <Palette
            conversation={conversation}
            select={select}
            runLine={line => lines.current?.(line)}
            onClose={() => setPalette(false)}
          />
        )}
        {shown && <LiveFlow conversation={shown} onClose={() => setFlow(undefined)} />}
        <HelpSheet conversation={conversation?.id} opened={help} onClose={() => setHelp(false)} />
      </div>
    </FrameContext>
  )
}

/** Stands here and not in the pane with its button: paper is narrow, and panes fold where it is narrow. */
function LiveFlow({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const lines = useDesk(desk => desk.transcript(conversation.id).lines)
  return (
    <FlowDialog
      conversation={conversation.id}
      name={visitorName(conversation)}
      lines={lines}
      onClose={onClose}
    />
  )
}
