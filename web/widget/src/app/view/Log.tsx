// The transcript and what is still on its way, kept at its end unless the visitor reads further up.

import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks"
import { type Chat, number, type State } from "../chat.ts"
import { blocks } from "../lines.ts"
import type { Sending } from "../outbox.ts"
import { t } from "../texts/index.ts"
import { Bubble, Group } from "./Bubble.tsx"
import { NoticeLine } from "./NoticeLine.tsx"

/** This close to the end counts as being there. */
const NEAR_END_PX = 80

export function Log({ state, chat }: { state: State; chat: Chat }) {
  const { lines, sendings, typing, loading } = state
  const log = useEnd(sendings)
  const parts = useMemo(() => blocks(lines), [lines])
  // One word under the last that was read says it of all before.
  const lastRead = parts.findLast(
    part =>
      part.kind === "group" &&
      part.from === undefined &&
      number(part.messages.at(-1)?.message ?? "_0") <= state.read.byAgents,
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div class="log" role="log" aria-label={t.log} aria-busy={loading} tabIndex={0} ref={log}>
      {loading && lines.length === 0 && <p class="faint">{t.loading}</p>}
      {parts.map(part =>
        part.kind === "group" ? (
          <Group key={part.key} from={part.from} messages={part.messages} read={part === lastRead} />
        ) : part.kind === "notice" ? (
          <NoticeLine key={part.key} notice={part.notice} before={part.before} />
        ) : (
          <p key={part.key} class="divider">
            <span>{t.another}</span>
          </p>
        ),
      )}
      {sendings.length > 0 && (
        <div class="group own">
          {sendings.map(sending => (
            <Underway key={sending.id} sending={sending} chat={chat} />
          ))}
        </div>
      )}
      {typing && <p class="faint">{t.typing(typing)}</p>}
    </div>
  )
}

function Underway({ sending, chat }: { sending: Sending; chat: Chat }) {
  const { id, text, files, uploaded, progress, problem, message } = sending
  const file = files[uploaded.length]
  const links = files.map(({ name, size }) => ({ name, bytes: size }))
  return (
    <>
      <Bubble text={text} files={links} faint={!message} />
      {problem ? (
        <p class="fate error">
          {t.notSent(problem)}{" "}
          <button type="button" class="link" onClick={() => chat.retry(id)}>
            {t.tryAgain}
          </button>{" "}
          <button type="button" class="link" onClick={() => chat.discard(id)}>
            {t.discard}
          </button>
        </p>
      ) : file ? (
        <p class="fate" aria-live="off">
          <progress value={progress} aria-label={file.name} /> {t.uploading(file.name, progress)}
        </p>
      ) : (
        !message && (
          <p class="fate" aria-live="off">
            {t.sending}
          </p>
        )
      )}
    </>
  )
}

/** Scrolls to the end when something comes and the end was in sight, or when the visitor wrote. */
function useEnd(sendings: readonly Sending[]) {
  const log = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const sent = useRef(0)
  useEffect(() => {
    const element = log.current
    if (!element) return
    let size = ""
    const measured = () => `${element.clientWidth} ${element.clientHeight}`
    element.onscroll = () => {
      // A window that changes its size scrolls by itself; nobody has turned back a page.
      if (size !== measured()) return
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX
    }
    const resized = new ResizeObserver(() => {
      size = measured()
      toEnd(element, atEnd.current)
    })
    resized.observe(element)
    return () => resized.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (sendings.length > sent.current) atEnd.current = true
    sent.current = sendings.length
    toEnd(log.current, atEnd.current)
  })
  return log
}

function toEnd(element: HTMLElement | null, wanted: boolean): void {
  if (wanted) element?.scrollTo({ top: element.scrollHeight })
}
