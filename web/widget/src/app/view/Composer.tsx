// The place to write: text, files by button, paste and drop, and what is wrong with them before they are sent.

import type { TargetedClipboardEvent, TargetedKeyboardEvent } from "preact"
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks"
import { FILE_BYTES_MAX, MESSAGE_CHARS_MAX, MESSAGE_FILES_MAX } from "../bounds.ts"
import type { Chat } from "../chat.ts"
import type { Host } from "../host.ts"
import { size } from "../texts/format.ts"
import { t } from "../texts/index.ts"
import { Icon } from "./signs.tsx"

export function Composer(props: {
  chat: Chat
  host: Host | undefined
  /** Whether a message may be sent; says itself what is missing. */
  ready: () => boolean
}) {
  const { chat, host, ready } = props
  const box = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [text, setText] = useState("")
  const [files, setFiles] = useState<readonly File[]>([])
  const [problems, setProblems] = useState<readonly string[]>([])
  const over = [...text].length - MESSAGE_CHARS_MAX

  const attach = (more: readonly File[]) => {
    const checked = check(files, more)
    setFiles(checked.files)
    setProblems(checked.problems)
  }
  const dragging = useDrop(attach)
  useFocusWhenShown(box, host)

  const send = () => {
    if (over > 0 || !(text.trim() || files.length > 0) || !ready()) return
    box.current?.focus()
    chat.send(text.trim(), files)
    setText("")
    setFiles([])
    setProblems([])
  }
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, Enter belongs to it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
    event.preventDefault()
    send()
  }
  const onPaste = (event: TargetedClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = [...(event.clipboardData?.files ?? [])]
    if (pasted.length === 0) return
    event.preventDefault()
    attach(pasted)
  }

  return (
    <form
      class="composer"
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      {dragging && <p class="drop">{t.drop}</p>}
      <div role="alert">
        {[...problems, ...(over > 0 ? [t.tooLong(over)] : [])].map(problem => (
          <p key={problem} class="error" dir="auto">
            {problem}
          </p>
        ))}
      </div>
      {files.length > 0 && (
        <ul class="files" aria-label={t.attached}>
          {files.map(file => (
            <li key={file}>
              <span dir="auto">{file.name}</span> <small>{size(file.size)}</small>
              <button
                type="button"
                class="quiet"
                aria-label={t.remove(file.name)}
                onClick={() => setFiles(files.filter(other => other !== file))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="row">
        <input
          type="file"
          multiple
          hidden
          ref={picker}
          onChange={event => {
            attach([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ""
          }}
        />
        <button
          type="button"
          class="quiet"
          aria-label={t.attach}
          title={t.attach}
          onClick={() => picker.current?.click()}
        >
          <Icon name="attach" />
        </button>
        <textarea
          ref={box}
          rows={1}
          dir="auto"
          aria-label={t.message}
          placeholder={t.placeholder}
          value={text}
          onInput={event => {
            setText(event.currentTarget.value)
            chat.typing()
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <button type="submit" class="main" aria-label={t.send} title={t.send}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  )
}

function check(held: readonly File[], more: readonly File[]): { files: File[]; problems: string[] } {
  const files = [...held]
  const problems = new Set<string>()
  for (const file of more) {
    if (file.size > FILE_BYTES_MAX) problems.add(t.tooBig(file.name, size(FILE_BYTES_MAX)))
    else if (file.size === 0) problems.add(t.emptyFile(file.name))
    else if (files.length >= MESSAGE_FILES_MAX) problems.add(t.tooMany(MESSAGE_FILES_MAX))
    else files.push(file)
  }
  return { files, problems: [...problems] }
}

/** Files may be dropped anywhere; the answer is whether some are held over the page. */
function useDrop(attach: (files: readonly File[]) => void): boolean {
  const [dragging, setDragging] = useState(false)
  const latest = useRef(attach)
  latest.current = attach
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return
      event.preventDefault()
      setDragging(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setDragging(false)
    const drop = (event: DragEvent) => {
      setDragging(false)
      if (!event.dataTransfer?.files.length) return
      event.preventDefault()
      latest.current([...event.dataTransfer.files])
    }
    addEventListener("dragover", over)
    addEventListener("dragleave", leave)
    addEventListener("drop", drop)
    return () => {
      removeEventListener("dragover", over)
      removeEventListener("dragleave", leave)
      removeEventListener("drop", drop)
    }
  }, [])
  return dragging
}

function useFocusWhenShown(box: { current: HTMLTextAreaElement | null }, host: Host | undefined): void {
  // At once: the host may say so before anything is painted.
  useLayoutEffect(
    () => host?.onMessage(({ baton }) => baton === "shown" && box.current?.focus()),
    [box, host],
  )
}
