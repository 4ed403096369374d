// Search over the history: one field and what narrows it, what is found as one types, and the chosen conversation beside.

import type { FoundConversation } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Plural, Trans } from "@lingui/react/macro"
import { ActionIcon, Button, TextInput } from "@mantine/core"
import { IconAdjustmentsHorizontal, IconArrowLeft, IconSearch } from "@tabler/icons-react"
import { useLocation, useRouter } from "@tanstack/react-router"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { useDesk } from "../desk/desk-context.tsx"
import { useSelect } from "../desk/places.ts"
import { PastConversation } from "../history/past-conversation.tsx"
import { Message } from "../ui/message.tsx"
import panes from "../ui/two-panes.module.css"
import { visitorName } from "../words.ts"
import { Filters } from "./filters.tsx"
import { Hits, hitId } from "./hits.tsx"
import styles from "./search-page.module.css"
import { filtersSet, fromAddress, isBlank, type Sought, toAddress } from "./sought.ts"
import { useSearch } from "./use-search.ts"

export default function SearchPage() {
  const { sought, change } = useSought()
  const [filtering, setFiltering] = useState(filtersSet(sought) > 0)
  const [chosen, setChosen] = useState<string>()
  /** On a narrow screen the conversation covers the list. */
  const [reading, setReading] = useState(false)
  const { asked, found, conversations } = useSearch(sought)
  const at = conversations.findIndex(one => one.id === chosen)
  const shown = conversations[at] ?? conversations[0]
  const preview = useRef<HTMLElement>(null)
  const filters = filtersSet(sought)

  const open = (conversation: FoundConversation) => {
    setChosen(conversation.id)
    setReading(true)
    preview.current?.querySelector<HTMLElement>('[role="log"]')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const from = shown ? conversations.indexOf(shown) : -1
      setChosen(conversations[Math.max(0, Math.min(conversations.length - 1, from + step))]?.id)
    } else if (event.key === "Enter" && shown) {
      event.preventDefault()
      open(shown)
    }
  }

  const blank = isBlank(sought)
  return (
    <div className={panes.panes} data-pane={reading && shown ? "conversation" : "list"}>
      <section className={panes.list} aria-label={t`Search`}>
        <div className={styles.head}>
          <div className={styles.line}>
            <TextInput
              className={styles.field}
              role="searchbox"
              aria-label={t`Search conversations`}
              placeholder={t`Words, a name, an e-mail address, "an exact phrase"`}
              leftSection={<IconSearch size={18} aria-hidden="true" />}
              autoFocus
              aria-controls={shown && !blank ? "found" : undefined}
              aria-activedescendant={shown && !blank ? hitId(shown.id) : undefined}
              value={sought.text}
              onChange={event => change({ text: event.currentTarget.value })}
              onKeyDown={onKeyDown}
            />
            <Button
              variant={filters > 0 ? "light" : "default"}
              leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden="true" />}
              aria-expanded={filtering}
              onClick={() => setFiltering(!filtering)}
            >
              {filters > 0 ? (
                <Plural value={filters} one="# filter" other="# filters" />
              ) : (
                <Trans>Filters</Trans>
              )}
            </Button>
          </div>
          {filtering && <Filters sought={sought} change={change} />}
        </div>
        {blank ? (
          <Teach />
        ) : (
          <Hits found={found} conversations={conversations} chosen={shown?.id} open={open} />
        )}
      </section>
      <section ref={preview} className={panes.preview} aria-label={t`Preview`}>
        {shown && !blank ? (
          <PastConversation
            key={shown.id}
            conversation={shown.id}
            name={visitorName(shown)}
            visitor={visitorName(shown)}
            at={asked.text.trim() ? shown.passages[0]?.sequence : undefined}
            before={
              <ActionIcon
                className={panes.toList}
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t`Back to what was found`}
                onClick={() => setReading(false)}
              >
                <IconArrowLeft size={20} stroke={1.6} />
              </ActionIcon>
            }
            after={<ToDesk conversation={shown.id} />}
          />
        ) : (
          <Message title={t`Nothing chosen`}>
            <Trans>What you find is shown here, with the words in sight.</Trans>
          </Message>
        )}
      </section>
    </div>
  )
}

/** What is looked for, kept in the address so that a reload and the back button find it. */
function useSought() {
  const { history } = useRouter()
  const { pathname, searchStr } = useLocation()
  const [sought, setSought] = useState(() => fromAddress(searchStr))
  const address = toAddress(sought)
  useEffect(() => {
    history.replace(`${pathname}${address && "?"}${address}`)
  }, [history, pathname, address])
  return {
    sought,
    change: (changed: Partial<Sought>) => setSought(before => ({ ...before, ...changed })),
  }
}

/** The way to a conversation that one has on the desk. */
function ToDesk({ conversation }: { conversation: string }) {
  const here = useDesk(desk => desk.get("conversation", conversation) !== undefined)
  const select = useSelect()
  if (!here) return null
  return (
    <Button size="xs" onClick={() => select(conversation)}>
      <Trans>Open at the desk</Trans>
    </Button>
  )
}

function Teach() {
  return (
    <Message title={t`Find what was said before`} icon={<IconSearch size={28} stroke={1.5} />}>
      <p>
        <Trans>
          Messages, notes, file names and what is known of the visitor, in every conversation you may read.
        </Trans>
      </p>
      <p>
        <Trans>
          The last word may be unfinished: <em>refu</em> finds <em>refund</em>. Quotes hold words together:{" "}
          <em>"not yet arrived"</em>. Accents and capitals make no difference.
        </Trans>
      </p>
    </Message>
  )
}
