// The conversations behind a figure: of a whole report or of one row of it. One is read beside the list, with its
// metadata and its flow.

import { plural, t } from "@lingui/core/macro"
import { Plural, Trans } from "@lingui/react/macro"
import { ActionIcon, Button, Skeleton } from "@mantine/core"
import { IconArrowLeft, IconLock } from "@tabler/icons-react"
import { PastConversation } from "../history/past-conversation.tsx"
import { Message } from "../ui/message.tsx"
import panes from "../ui/two-panes.module.css"
import { closedWords } from "../words.ts"
import { filtersOf } from "./address.ts"
import type { Names, ReportAbout, ReportConversation } from "./contract.ts"
import styles from "./drill-down.module.css"
import { filtersInWords, namesOf } from "./filters-in-words.ts"
import { shown } from "./shown.ts"
import { Trouble } from "./trouble.tsx"
import { useReportsPlace } from "./use-place.ts"
import { useReport, useReportConversations } from "./use-reports.ts"

export function DrillDown({ about }: { about: ReportAbout }) {
  const { place, href, go } = useReportsPlace()
  const found = useReportConversations(about, place.asked, place.row)
  const { data: answer } = useReport(about.name, place.asked)
  const names = { ...answer?.names, ...namesOf(about) }
  const conversations = found.data?.pages.flatMap(page => page.conversations) ?? []
  // One that the address names may stand further down than the list reaches.
  const open = place.open ?? conversations[0]?.conversation
  const shownOne = conversations.find(({ conversation }) => conversation === open)
  return (
    <main
      className={panes.panes}
      // On a narrow screen the conversation covers the list.
      data-pane={place.open ? "conversation" : "list"}
      aria-label={t`Conversations behind the figures`}
    >
      <section className={panes.list} aria-label={t`Conversations`}>
        <header className={styles.head}>
          <a className={styles.back} href={href({ conversations: false, row: {}, open: undefined })}>
            <IconArrowLeft size={16} stroke={1.8} aria-hidden="true" />
            {about.title}
          </a>
          <h2 className={styles.title}>
            {about.drill_down ? (
              <OfRow about={about} row={place.row} names={names} />
            ) : (
              <Trans>Conversations of this report</Trans>
            )}
          </h2>
          {Object.keys(place.asked).length > 0 && (
            <p className={styles.filters}>{filtersInWords(filtersOf(place.asked), names)}</p>
          )}
        </header>
        {found.isError && (
          <Trouble
            title={t`The conversations cannot be read`}
            error={found.error}
            again={found.refetch}
            clear={() => go({ asked: {}, row: {}, open: undefined })}
          />
        )}
        {found.isLoading && <Loading />}
        {!about.drill_down && (
          <Message title={t`One conversation`}>
            <Trans>The report itself lists them: go back to it for another one.</Trans>
          </Message>
        )}
        {found.isSuccess && conversations.length === 0 && (
          <Message title={t`No conversations`}>
            <Trans>None is behind this figure, or none that is still kept.</Trans>
          </Message>
        )}
        {conversations.length > 0 && (
          <div className={styles.scroller}>
            <p className="hidden" role="status">
              {found.hasNextPage ? (
                <Trans>{conversations.length} conversations, and more</Trans>
              ) : (
                <Plural value={conversations.length} one="# conversation" other="# conversations" />
              )}
            </p>
            <ul className={styles.items}>
              {conversations.map(one => (
                <li key={one.conversation}>
                  <Item
                    one={one}
                    names={names}
                    current={one.conversation === open}
                    onOpen={() => go({ open: one.conversation })}
                  />
                </li>
              ))}
            </ul>
            {found.hasNextPage && (
              <Button
                className={styles.more}
                variant="default"
                loading={found.isFetchingNextPage}
                onClick={() => found.fetchNextPage()}
              >
                <Trans>Show more</Trans>
              </Button>
            )}
          </div>
        )}
      </section>
      <section className={panes.preview} aria-label={t`Preview`}>
        {open ? (
          <PastConversation
            key={open}
            conversation={open}
            name={nameOf(shownOne ?? { conversation: open })}
            sight={shownOne?.sight}
            before={
              <ActionIcon
                className={panes.toList}
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t`Back to the list`}
                onClick={() => go({ open: undefined })}
              >
                <IconArrowLeft size={20} stroke={1.6} />
              </ActionIcon>
            }
          />
        ) : (
          <Message title={t`Nothing chosen`}>
            <Trans>A conversation of the list is shown here, with its metadata and its flow.</Trans>
          </Message>
        )}
      </section>
    </main>
  )
}

/** "Agent Mara Vogel, May 2012"; all of them without a row. */
function OfRow({ about, row, names }: { about: ReportAbout; row: object; names: Names }) {
  const parts = Object.entries(row).map(([key, value]) => {
    const column = about.columns.find(one => one.key === key)
    const said = column ? shown(column.unit, value, names) : String(value)
    return `${column?.title ?? key}: ${said}`
  })
  return parts.join(" · ") || <Trans>All conversations of this report</Trans>
}

interface ItemProps {
  one: ReportConversation
  names: Names
  current: boolean
  onOpen: () => void
}

function Item({ one, names, current, onOpen }: ItemProps) {
  const { at, queue, owner, close_reason, rating, hops, sight } = one
  const facts = [
    shown("queue", queue, names),
    owner && shown("agent", owner, names),
    close_reason && closedWords[close_reason],
    hops > 0 && plural(hops, { one: "# hand-over", other: "# hand-overs" }),
    rating !== undefined && t`${rating} of 5`,
  ]
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={current ? "true" : undefined}
      onClick={onOpen}
    >
      <strong className={styles.name} dir="auto">
        {nameOf(one)}
      </strong>
      <span className={styles.when}>{shown("time", at)}</span>
      <span className={styles.facts}>{facts.filter(Boolean).join(" · ")}</span>
      {sight !== "words" && (
        <span className={styles.locked}>
          <IconLock size={14} stroke={1.8} aria-hidden="true" />
          {sight === "course" ? <Trans>Flow and metadata only</Trans> : <Trans>Of another team</Trans>}
        </span>
      )}
    </button>
  )
}

/** By its number where it came from, else by ours. */
const nameOf = ({ case: number, conversation }: Pick<ReportConversation, "case" | "conversation">): string =>
  number ?? t`Conversation ${conversation.replace("cnv_", "")}`

function Loading() {
  return (
    <div className={`${styles.scroller} later`} aria-busy="true">
      {[1, 2, 3, 4, 5].map(row => (
        <Skeleton key={row} height={56} mb={8} radius="md" />
      ))}
    </div>
  )
}
