// The supervisor's board: figures and alerts, queues, conversations and agents, live; a conversation opens beside it.

import { t } from "@lingui/core/macro"
import { Skeleton } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { useState } from "react"
import { Middle } from "../conversation/middle.tsx"
import { useFrame } from "../desk/frame-context.ts"
import { useWatch } from "../desk/watch.ts"
import { Agents } from "./agents.tsx"
import styles from "./board.module.css"
import { Conversations } from "./conversations.tsx"
import { Queues } from "./queues.tsx"
import { Summary } from "./summary.tsx"
import { useBoard } from "./use-board.ts"

export default function BoardPage() {
  const { queues, agents, conversations, alerts } = useBoard()
  const { lines, openHelp } = useFrame()
  const [selected, select] = useState<string>()
  const wide = useMediaQuery("(min-width: 1180px)", true, { getInitialValueInEffect: false })
  useWatch(selected)
  const there = queues.length > 0 || agents.length > 0
  return (
    <div className={styles.page} data-beside={selected !== undefined} data-wide={wide}>
      <main className={styles.board} aria-label={t`Board`} aria-busy={!there}>
        {there ? (
          <>
            <Summary queues={queues} agents={agents} alerts={alerts} onOpen={select} />
            <Queues queues={queues} />
            <div className={styles.pair}>
              <Conversations conversations={conversations} selected={selected} onOpen={select} />
              <Agents agents={agents} onOpen={select} />
            </div>
          </>
        ) : (
          <Waiting />
        )}
      </main>
      {selected && (
        <aside className={styles.beside} aria-label={t`Opened conversation`}>
          <Middle selected={selected} select={select} details={undefined} lines={lines} onHelp={openHelp} />
        </aside>
      )}
    </div>
  )
}

function Waiting() {
  return (
    <div className="later">
      {[1, 2, 3, 4, 5, 6].map(row => (
        <Skeleton key={row} height={40} mb={8} />
      ))}
    </div>
  )
}
