// The button for a tier up or another department. With one way on, nothing to write and somebody there, one click is
// enough; else a dialog asks.

import type { Conversation } from "@baton/protocol"
import { ProblemError } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { IconStairsUp } from "@tabler/icons-react"
import { useState } from "react"
import { ActionButton, allowed } from "../conversation/actions.tsx"
import { tellRefused } from "../desk/commands.ts"
import { useDeskContext } from "../desk/desk-context.tsx"
import { EscalateDialog } from "./escalate-dialog.tsx"

export function EscalateButton({ conversation }: { conversation: Conversation }) {
  const { connection } = useDeskContext()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const action = allowed(conversation.actions, "escalate")
  const [way, another] = action?.escalations ?? []
  const oneClick = way && !another && !way.reason_required && !way.note_required

  const escalate = async () => {
    if (!oneClick) {
      setAsking(true)
      return
    }
    setBusy(true)
    try {
      await connection.command({ type: "escalate", conversation: conversation.id }).done
    } catch (error) {
      // The dialog shows what would happen and asks once more.
      if (error instanceof ProblemError && error.problem.code === "nobody_online") setAsking(true)
      else tellRefused(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <ActionButton
        action={action}
        variant="light"
        leftSection={<IconStairsUp size={18} stroke={1.6} aria-hidden="true" />}
        hint={oneClick ? t`${way.label} takes over; you are released` : t`A specialist team takes over`}
        onClick={escalate}
        loading={busy}
      >
        <Trans>Escalate</Trans>
      </ActionButton>
      {asking && <EscalateDialog conversation={conversation} onClose={() => setAsking(false)} />}
    </>
  )
}
