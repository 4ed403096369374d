// The facts of one conversation, as the server has them from the journal.

import type { Metadata as Facts, MetadataWait } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Plural, Trans } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { useDeskContext } from "../desk/desk-context.tsx"
import { VisitorData } from "../erasure/visitor-data.tsx"
import { errorInWords } from "../server-words/problems.ts"
import { http } from "../session/session.ts"
import { Message } from "../ui/message.tsx"
import { Tier } from "../ui/tier.tsx"
import { Moment } from "../ui/times.tsx"
import { closedWords, duration, waitInWords } from "../words.ts"
import styles from "./metadata.module.css"

interface MetadataProps {
  conversation: string
  /** The last line there is, of a conversation that goes on. */
  last?: number
}

export function Metadata({ conversation, last = 0 }: MetadataProps) {
  const { base } = useDeskContext()
  const metadata = useQuery({
    queryKey: ["metadata", base, conversation, last],
    queryFn: ({ signal }) => http.get<Facts>(`${base}/conversations/${conversation}/metadata`, signal),
    placeholderData: before => before,
    gcTime: 0,
  })
  if (metadata.isError)
    return <Message title={t`The metadata cannot be read`}>{errorInWords(metadata.error)}</Message>
  if (metadata.isPending) return <Skeleton className="later" height={160} />
  return <All facts={metadata.data} />
}

function All({ facts }: { facts: Facts }) {
  const { written } = facts
  return (
    <div className={styles.all}>
      <dl className={styles.facts}>
        <Fact name={t`Conversation`}>{facts.id}</Fact>
        <Fact name={t`Visitor`}>{facts.visitor}</Fact>
        <Fact name={t`Previous`}>{facts.previous}</Fact>
        <Fact name={t`Opened`}>
          <Moment at_ms={facts.opened_at_ms} />
        </Fact>
        <Fact name={t`Closed`}>
          {facts.closed && (
            <>
              <Moment at_ms={facts.closed.at_ms} />
              <br />
              {closedWords[facts.closed.reason]}
            </>
          )}
        </Fact>
        <Fact name={t`First reply`}>
          {facts.first_reply_at_ms !== undefined && duration(facts.first_reply_at_ms - facts.opened_at_ms)}
        </Fact>
        <Fact name={t`Pipeline`}>{facts.pipeline}</Fact>
        <Fact name={t`Stages`}>{facts.stages.map(({ name }) => name).join(" → ")}</Fact>
        <Fact name={t`Queues`}>{facts.queues.map(({ name }) => name).join(" → ")}</Fact>
        <Fact name={t`Hand-overs`}>{facts.hops}</Fact>
        <Fact name={t`Priority`}>{t`${facts.priority} of 9`}</Fact>
        <Fact name={t`Tags`}>{facts.tags.join(", ")}</Fact>
        <Fact name={t`Disposition`}>{facts.disposition}</Fact>
        <Fact name={t`Language`}>{facts.language}</Fact>
        <Fact name={t`Skills`}>
          {facts.needs.map(({ skill, level }) => `${skill.name} ≥ ${level}`).join(", ")}
        </Fact>
        <Fact name={t`Messages`}>
          <Trans>
            {facts.messages.visitor} by the visitor, {facts.messages.agents} by agents
          </Trans>
          {", "}
          <Plural value={facts.messages.notes} _0="no notes" one="# note" other="# notes" />
        </Fact>
        <Fact name={t`Rating`}>{facts.rating !== undefined && t`${facts.rating} of 5`}</Fact>
        <Fact name={t`Comment`}>{written?.comment}</Fact>
      </dl>
      <Part title={t`Owners`} empty={facts.owners.length === 0}>
        {facts.owners.map(owner => (
          <li key={owner.from_ms}>
            <strong dir="auto">{owner.agent.name}</strong> <Tier tier={owner.tier} />
            <Stay {...owner} />
            {owner.disposition && <span className={styles.line}>{owner.disposition}</span>}
          </li>
        ))}
      </Part>
      <Part title={t`Waits`} empty={facts.waits.length === 0}>
        {facts.waits.map(wait => (
          <li key={wait.from_ms}>
            <strong dir="auto">{wait.queue.name}</strong> <Tier tier={wait.tier} />
            <Stay {...wait} />
            <Predicted wait={wait} />
          </li>
        ))}
      </Part>
      {written && <Words title={t`From the page`} words={written.attributes} />}
      {written && <Words title={t`Form answers`} words={written.answers} />}
      {written && <VisitorData visitor={facts.visitor} />}
    </div>
  )
}

/** Left out where there is nothing to say. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === undefined || children === false || children === "") return null
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </>
  )
}

function Part({ title, empty, children }: { title: string; empty: boolean; children: ReactNode }) {
  if (empty) return null
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>{children}</ul>
    </section>
  )
}

function Stay({ from_ms, until_ms }: { from_ms: number; until_ms?: number }) {
  return (
    <span className={styles.line}>
      <Moment at_ms={from_ms} />
      {" · "}
      {until_ms === undefined ? (
        <Trans>goes on</Trans>
      ) : (
        <span className="figures">{duration(until_ms - from_ms)}</span>
      )}
    </span>
  )
}

/** What was said first, and last where that was something else. */
function Predicted({ wait }: { wait: MetadataWait }) {
  const said = wait.predictions.map(({ estimated_wait }) => waitInWords(estimated_wait))
  const [first, last] = [said[0], said.at(-1)]
  if (!first) return null
  return (
    <span className={styles.line}>
      {first === last ? (
        <Trans>Predicted: {first}</Trans>
      ) : (
        <Trans>
          Predicted: {first}, in the end {last}
        </Trans>
      )}
    </span>
  )
}

function Words({ title, words }: { title: string; words: Record<string, string> }) {
  const all = Object.entries(words)
  if (all.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.facts}>
        {all.map(([name, value]) => (
          <Fact key={name} name={name.replaceAll("_", " ")}>
            {value}
          </Fact>
        ))}
      </dl>
    </section>
  )
}
