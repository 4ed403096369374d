// The middle pane: nothing chosen, something to read before accepting, or a conversation.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { IconMessages } from "@tabler/icons-react"
import type { RefObject } from "react"
import { useConversation, useDesk, useMe } from "../desk/desk-context.tsx"
import { OfferPane } from "../offer/offer-pane.tsx"
import { Message } from "../ui/message.tsx"
import { ConversationPane } from "./conversation-pane.tsx"
import type { RunLine } from "./use-slash-commands.ts"

export interface PaneProps {
  select: (conversation: string | undefined) => void
  /** Where the details do not stand beside it: whether they are shown, and how to change that. */
  details: { shown: boolean; toggle: () => void } | undefined
  /** Where the open conversation puts what its slash commands do, for the palette. */
  lines: RefObject<RunLine | undefined>
  onHelp: () => void
}

export function Middle({ selected, ...props }: PaneProps & { selected: string | undefined }) {
  const me = useMe()
  const conversation = useConversation(selected)
  const offer = useDesk(desk => desk.all("offer").find(one => one.conversation === selected))
  const { select } = props

  if (!me) return null
  if (!selected) {
    return (
      <Message title={t`No conversation chosen`} icon={<IconMessages size={28} stroke={1.5} />}>
        <p>
          <Trans>Choose one on the left, or accept an offer with Enter.</Trans>
        </p>
        <p>
          <Trans>Press ? for keyboard and slash commands.</Trans>
        </p>
      </Message>
    )
  }
  if (!conversation) {
    return (
      <Message
        title={t`Not on your desk`}
        action={
          <Button onClick={() => select(undefined)}>
            <Trans>Back to inbox</Trans>
          </Button>
        }
      >
        <Trans>This conversation was handed on, taken by somebody else, or closed and wrapped up.</Trans>
      </Message>
    )
  }
  if (offer) return <OfferPane key={selected} offer={offer} conversation={conversation} {...props} />
  return <ConversationPane key={selected} conversation={conversation} {...props} />
}
