// Draws one row of a transcript. Visitors stand at the start, staff at the end, notes in violet with a lock.

import type { Pending } from "@baton/desk-state"
import { plural, t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { IconAlertCircle, IconChecks, IconClock, IconEraser, IconLock } from "@tabler/icons-react"
import { type ComponentProps, Fragment, memo, useState } from "react"
import { usePost } from "../desk/commands.ts"
import { useConversation, useDesk, useDeskContext } from "../desk/desk-context.tsx"
import { regional } from "../language/language.ts"
import { NoteCard } from "../offer/note-card.tsx"
import { problemInBrief } from "../server-words/problems.ts"
import { useSentence } from "../server-words/sentences.ts"
import { TimeOfDay } from "../ui/times.tsx"
import { visitorName } from "../words.ts"
import { FileChip } from "./file-chip.tsx"
import { HandoverLine } from "./handover-line.tsx"
import { pieces } from "./links.ts"
import type { Reader } from "./readers.ts"
import styles from "./row-view.module.css"
import type { EventLine, MessageLine, Row } from "./rows.ts"

interface RowViewProps {
  row: Row
  /** Who has read up to this message and no further. */
  readers?: readonly Reader[]
  /** What the visitor is called where the conversation is not on the desk. */
  visitor?: string | undefined
}

export function RowView({ row, readers = [], visitor = t`Visitor` }: RowViewProps) {
  switch (row.kind) {
    case "unread":
      return (
        <p className={styles.unread}>
          <Trans>New</Trans>
        </p>
      )
    case "day":
      return <Day at_ms={row.at_ms} />
    case "message":
      return <MessageRow line={row.line} first={row.first} readers={readers} visitor={visitor} />
    case "pending":
      return <PendingRow entry={row.entry} />
    case "handover":
      return <HandoverLine line={row.line} />
    case "steps":
      return <Steps lines={row.lines} />
  }
}

const day = new Intl.DateTimeFormat(regional(), { weekday: "long", day: "numeric", month: "long" })

function Day({ at_ms }: { at_ms: number }) {
  const today = new Date(at_ms).toDateString() === new Date().toDateString()
  return <h3 className={styles.day}>{today ? t`Today` : day.format(at_ms)}</h3>
}

interface MessageRowProps {
  line: MessageLine
  first: boolean
  readers: readonly Reader[]
  visitor: string
}

/** Drawn again only when something of its own changes: of thousands, dozens are drawn at a time, and often. */
const MessageRow = memo(function MessageRow({ line, first, readers, visitor }: MessageRowProps) {
  const me = useDesk(desk => desk.you?.agent)
  const conversation = useConversation(line.conversation)
  const { author, audience } = line
  const own = author.type === "agent" && author.id === me
  const name = own
    ? t`You`
    : author.type === "agent"
      ? author.name
      : author.type === "visitor"
        ? conversation
          ? visitorName(conversation)
          : visitor
        : "Baton"
  return (
    <article
      className={styles.message}
      data-side={author.type === "visitor" ? "visitor" : "staff"}
      data-first={first}
    >
      {first && (
        <header className={styles.author}>
          <strong dir="auto">{name}</strong>
          <TimeOfDay at_ms={line.at_ms} />
        </header>
      )}
      <div
        className={styles.bubble}
        data-tone={audience !== "everybody" ? "note" : own ? "own" : author.type}
      >
        {!first && <span className="hidden">{name}: </span>}
        {audience !== "everybody" && <StaffOnly />}
        {line.erased ? <Erased /> : <Text text={line.text} />}
        <Files files={line.files} />
      </div>
      {readers.length > 0 && (
        <p className={styles.read}>
          <IconChecks size={14} stroke={1.8} aria-hidden="true" />
          <span dir="auto">
            {readers.map(({ name, at_ms }, at) => (
              <Fragment key={name}>
                {at === 0 ? <Trans>Read by {name}</Trans> : `, ${name}`}
                {at_ms !== undefined && (
                  <>
                    {" "}
                    <TimeOfDay at_ms={at_ms} />
                  </>
                )}
              </Fragment>
            ))}
          </span>
        </p>
      )}
    </article>
  )
})

function PendingRow({ entry }: { entry: Pending }) {
  const post = usePost()
  const { desk } = useDeskContext()
  return (
    <article className={styles.message} data-side="staff" data-first="true">
      <div
        className={styles.bubble}
        data-tone={entry.audience === "everybody" ? "own" : "note"}
        data-pending={!entry.refused}
      >
        {entry.audience !== "everybody" && <StaffOnly />}
        <Text text={entry.text} />
        <Files files={entry.files} />
      </div>
      {entry.refused ? (
        <p className={styles.refused} role="alert">
          <Trans>
            <IconAlertCircle size={16} aria-hidden="true" /> Not sent. {problemInBrief(entry.refused)}
            <Button size="compact-xs" variant="light" onClick={() => post(entry, entry.id)}>
              Send again
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => desk.discard(entry.conversation, entry.id)}
            >
              Discard
            </Button>
          </Trans>
        </p>
      ) : (
        <p className={styles.sending}>
          <Trans>
            <IconClock size={14} aria-hidden="true" /> Sending
          </Trans>
        </p>
      )}
    </article>
  )
}

/** Where something was written that has been taken away. */
const Erased = () => (
  <p className={styles.erased}>
    <Trans>
      <IconEraser size={14} stroke={1.8} aria-hidden="true" /> Erased
    </Trans>
  </p>
)

const StaffOnly = () => (
  <span className={styles.lock}>
    <Trans>
      <IconLock size={14} stroke={1.8} aria-hidden="true" /> Staff only
    </Trans>
  </span>
)

function Text({ text }: { text: string }) {
  if (text === "") return null
  return (
    <p className={styles.text} dir="auto">
      {pieces(text).map((piece, at) =>
        piece.href ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
          <a key={at} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </p>
  )
}

function Files({ files }: { files: readonly (ComponentProps<typeof FileChip>["file"] & { id: string })[] }) {
  if (files.length === 0) return null
  return (
    <ul className={styles.files} aria-label={t`Files`}>
      {files.map(file => (
        <li key={file.id}>
          <FileChip file={file} />
        </li>
      ))}
    </ul>
  )
}

function noteTitle({ event }: EventLine): string {
  if (event === "wrap_up.ended") return t`Wrap-up note`
  return event.startsWith("hand.") ? t`Question to supervisors` : t`Hand-over note`
}

/** The quiet steps between: one as it is, several behind a line that opens. */
function Steps({ lines }: { lines: EventLine[] }) {
  const [open, setOpen] = useState(false)
  const sentence = useSentence()
  const last = lines.at(-1)
  if (!last) return null
  const shown = open || lines.length === 1 ? lines : [last]
  return (
    <div className={styles.steps}>
      {lines.length > 1 && (
        <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t`Hide steps` : plural(lines.length - 1, { one: "# more step", other: "# more steps" })}
        </button>
      )}
      {shown.map(line => (
        <div key={line.sequence}>
          <p className={styles.step}>
            {sentence(line)} · <TimeOfDay at_ms={line.at_ms} />
          </p>
          {line.note && (
            <div className={styles.note}>
              <NoteCard note={line.note} title={noteTitle(line)} />
            </div>
          )}
        </div>
      ))}
    </div>
  )
}
