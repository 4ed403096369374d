// The board is open while its page is: a snapshot comes, then what changes, a few times a second at most.

import { useEffect } from "react"
import { useDesk, useDeskContext } from "../desk/desk-context.tsx"

export function useBoard() {
  const { desk, connection } = useDeskContext()
  useEffect(() => {
    connection.openBoard()
    return () => {
      connection.closeBoard()
      desk.leaveBoard()
    }
  }, [desk, connection])
  return {
    queues: useDesk(d => d.all("board_queue")),
    agents: useDesk(d => d.all("board_agent")),
    conversations: useDesk(d => d.all("board_conversation")),
    alerts: useDesk(d => d.all("board_alert")),
  }
}
