// What is known of the visitor, and the conversations they had before this one.

import type { Conversation } from "@baton/protocol"
import { Trans } from "@lingui/react/macro"
import { VisitorData } from "../erasure/visitor-data.tsx"
import { PreviousConversations } from "../history/previous-conversations.tsx"
import { Mark } from "../ui/mark.tsx"
import { visitorName } from "../words.ts"
import styles from "./facts.module.css"

export function VisitorPanel({ conversation }: { conversation: Conversation }) {
  const name = visitorName(conversation)
  const attributes = Object.entries(conversation.visitor.attributes).filter(([, value]) => value !== name)
  return (
    <>
      <strong dir="auto">{name}</strong>
      {attributes.length > 0 ? (
        <dl key={conversation.id} className={styles.facts}>
          {attributes.map(([name, value]) => (
            <Attribute key={name} name={name} value={value} />
          ))}
        </dl>
      ) : (
        <span className={styles.none}>
          <Trans>The page told nothing about this visitor.</Trans>
        </span>
      )}
      <PreviousConversations conversation={conversation} />
      <VisitorData visitor={conversation.visitor.id} />
    </>
  )
}

function Attribute({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name.replaceAll("_", " ")}</dt>
      <dd dir="auto">
        <Mark value={value} />
      </dd>
    </>
  )
}
