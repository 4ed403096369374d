// What is known of the visitor, and the conversations they had before this one.

import type { Conversation } from "@baton/protocol"
import { Trans } from "@lingui/react/macro"
import { Fragment, useState } from "react"
import { VisitorData } from "../erasure/visitor-data.tsx"
import { PreviousConversations } from "../history/previous-conversations.tsx"
import { Mark } from "../ui/mark.tsx"
import { visitorName } from "../words.ts"
import styles from "./facts.module.css"

export function VisitorPanel({ conversation }: { conversation: Conversation }) {
  const name = visitorName(conversation)
  return (
    <>
      <strong dir="auto">{name}</strong>
      <Attributes key={conversation.id} of={conversation} />
      <PreviousConversations conversation={conversation} />
      <VisitorData visitor={conversation.visitor.id} />
    </>
  )
}

function Attributes({ of: conversation }: { of: Conversation }) {
  const { attributes } = conversation.visitor
  const [first] = useState(attributes)
  const name = visitorName(conversation)
  const others = Object.entries(attributes).filter(([, value]) => value !== name)
  if (others.length === 0)
    return (
      <span className={styles.none}>
        <Trans>The page told nothing about this visitor.</Trans>
      </span>
    )
  return (
    <dl className={styles.facts}>
      {others.map(([key, value]) => (
        <Fragment key={key}>
          <dt>{key.replaceAll("_", " ")}</dt>
          <dd dir="auto">
            <Mark value={value} fresh={!(key in first)} />
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
