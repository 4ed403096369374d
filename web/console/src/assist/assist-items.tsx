// Entries of the menu for helping: a supervisor steps in, an owner asks for one.

import type { Conversation, StaffCommand } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Menu } from "@mantine/core"
import { ActionItem, allowed } from "../conversation/actions.tsx"

interface AssistItemsProps {
  conversation: Conversation
  run: (command: StaffCommand) => Promise<unknown>
  onRaise: () => void
}

const MODES = [
  ["observe", t`Observe`],
  ["whisper", t`Whisper`],
  ["join", t`Join`],
] as const

export function AssistItems({ conversation, run, onRaise }: AssistItemsProps) {
  const { id, actions, relation } = conversation
  // Whoever is there changes how in the banner.
  const there = relation === "joined" || relation === "whispering" || relation === "observing"
  const steps = there ? [] : MODES.filter(([mode]) => allowed(actions, mode))
  const raise = allowed(actions, "raise_hand")
  const takeOver = there ? undefined : allowed(actions, "take_over")
  if (steps.length === 0 && !raise && !takeOver) return null
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{raise ? t`Ask for help` : t`Help the owner`}</Menu.Label>
      <ActionItem action={raise} onClick={onRaise}>
        {t`Raise hand…`}
      </ActionItem>
      {steps.map(([mode, words]) => (
        <ActionItem
          key={mode}
          action={allowed(actions, mode)}
          onClick={() => run({ type: "assist", conversation: id, mode })}
        >
          {words}
        </ActionItem>
      ))}
      <ActionItem action={takeOver} onClick={() => run({ type: "take_over", conversation: id })}>
        {t`Take over`}
      </ActionItem>
    </>
  )
}
