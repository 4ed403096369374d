// Handing over: a directory of who can take it, how, why, and what they should know. Says what will happen first.

import type { Conversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Modal } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { IconArrowLeft } from "@tabler/icons-react"
import { type FormEvent, useState } from "react"
import { useCommands } from "../desk/commands.ts"
import { useMe } from "../desk/desk-context.tsx"
import { errorInWords } from "../server-words/problems.ts"
import { HandoverMark } from "../ui/handover-mark.tsx"
import { Message } from "../ui/message.tsx"
import { OutcomeFoot } from "../ui/outcome-foot.tsx"
import { visitorName } from "../words.ts"
import {
  type Chosen,
  commandOf,
  effectiveMode,
  emptyNote,
  inWords,
  missing,
  nameOf,
  onlyPlace,
  type Plan,
} from "./plan.ts"
import { TargetList } from "./target-list.tsx"
import styles from "./transfer-dialog.module.css"
import { TransferForm } from "./transfer-form.tsx"
import { useTargets } from "./use-targets.ts"

export interface TransferStart {
  mode: "warm" | "cold"
  /** What was typed after the slash command. */
  search?: string
}

interface TransferDialogProps {
  conversation: Conversation
  start: TransferStart
  onClose: () => void
}

export function TransferDialog({ conversation, start, onClose }: TransferDialogProps) {
  const narrow = useMediaQuery("(max-width: 799px)", false, { getInitialValueInEffect: false })
  const targets = useTargets(conversation.id)
  const { run, busy } = useCommands()
  const [plan, setPlan] = useState<Plan>({
    conversation: conversation.id,
    chosen: undefined,
    mode: start.mode,
    complete: "introduced",
    onUnanswered: "return",
    place: undefined,
    reason: undefined,
    note: emptyNote,
  })
  const amend = (change: Partial<Plan>) => setPlan(before => ({ ...before, ...change }))
  const lacking = missing(plan, targets.data?.reason_required ?? false)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    const command = lacking ? undefined : commandOf(plan)
    if (command && (await run(command))) onClose()
  }

  const list = !narrow || !plan.chosen
  const form = !narrow || plan.chosen
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Transfer conversation`}
      size={920}
      fullScreen={narrow}
      classNames={{ body: styles.body, header: styles.header }}
    >
      <form className={styles.form} onSubmit={send}>
        <div className={styles.panes}>
          {list && (
            <div className={styles.targets}>
              {targets.isError ? (
                <Message title={t`The directory cannot be read`}>{errorInWords(targets.error)}</Message>
              ) : (
                <TargetList
                  targets={targets.data}
                  search={start.search ?? ""}
                  chosen={plan.chosen}
                  onChoose={chosen => amend({ chosen, place: onlyPlace(chosen) })}
                />
              )}
            </div>
          )}
          {form && (
            <div className={styles.plan}>
              {narrow && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  className={styles.back}
                  leftSection={<IconArrowLeft size={16} />}
                  onClick={() => amend({ chosen: undefined })}
                >
                  <Trans>Back to targets</Trans>
                </Button>
              )}
              {plan.chosen && <Towards chosen={plan.chosen} warm={effectiveMode(plan) === "warm"} />}
              <TransferForm plan={plan} amend={amend} targets={targets.data} />
            </div>
          )}
        </div>
        <OutcomeFoot
          className={styles.foot}
          lacking={lacking}
          outcome={inWords(plan)}
          verb={t`Start transfer`}
          busy={busy === "start_transfer"}
          onClose={onClose}
        />
      </form>
      <span className="hidden">{t`Conversation with ${visitorName(conversation)}`}</span>
    </Modal>
  )
}

/** From me to them: the motif, as it will stand in the transcript. */
function Towards({ chosen, warm }: { chosen: Chosen; warm: boolean }) {
  const me = useMe()
  const to =
    chosen.kind === "agent"
      ? { kind: "agent" as const, name: nameOf(chosen) }
      : { kind: "queue" as const, tier: chosen.queue.queue.tier }
  return (
    <h3 className={styles.towards}>
      <HandoverMark from={{ kind: "agent", name: me?.name }} to={to} warm={warm} pending />
      <span dir="auto">{nameOf(chosen)}</span>
    </h3>
  )
}
