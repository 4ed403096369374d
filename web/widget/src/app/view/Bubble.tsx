// Messages: a group under its author's name, each message with its files.

import type { Entry } from "../lines.ts"
import { exactly, size, time } from "../texts/format.ts"
import { t } from "../texts/index.ts"
import { Avatar, Icon } from "./signs.tsx"

export function Group(props: { from: string | undefined; messages: readonly Entry[]; read: boolean }) {
  const { from, messages, read } = props
  const at_ms = messages.at(-1)?.at_ms ?? 0
  return (
    <div class={from === undefined ? "group own" : "group"}>
      {from === undefined ? (
        <p class="unseen">{t.you}</p>
      ) : (
        <p class="author" dir="auto">
          <Avatar name={from} /> {from}
        </p>
      )}
      {messages.map(message => (
        <Bubble
          key={message.sequence}
          text={message.erased ? t.erased : message.text}
          files={message.files}
          faint={message.erased === true}
        />
      ))}
      <p class="fate" aria-live="off">
        <time dateTime={new Date(at_ms).toISOString()} title={exactly(at_ms)}>
          {time(at_ms)}
        </time>
        {read && ` · ${t.read}`}
      </p>
    </div>
  )
}

interface Link {
  name: string
  bytes: number
  media_type?: string
  /** Kept for a while only. */
  erased?: boolean
  /** None while it is on its way. */
  url?: string
}

export function Bubble({ text, files, faint }: { text: string; files: readonly Link[]; faint?: boolean }) {
  return (
    <div class={faint ? "bubble faint" : "bubble"}>
      {text && <p dir="auto">{text}</p>}
      {files.map(file => (
        <FileLink key={file.url ?? file.name} file={file} />
      ))}
    </div>
  )
}

/** What browsers draw, and the server passes on as a picture. */
const PICTURE = /^image\/(png|jpeg|gif|webp|avif)$/

function FileLink({ file }: { file: Link }) {
  const content = (
    <>
      {file.url && PICTURE.test(file.media_type ?? "") ? (
        <img src={file.url} alt="" loading="lazy" width={240} height={160} />
      ) : (
        <Icon name="file" />
      )}
      <span dir="auto">{file.name}</span> <small>{file.erased ? t.erased : size(file.bytes)}</small>
    </>
  )
  return file.url ? (
    <a class="file" href={file.url} target="_blank" rel="noreferrer">
      {content}
    </a>
  ) : (
    <span class="file">{content}</span>
  )
}
