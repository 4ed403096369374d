// Where one writes: reply or staff note with a draft each, files, slash commands. Enter sends, Shift+Enter breaks
// the line. What may be written comes from `actions`.

import type { Conversation, LineCompletion } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { ActionIcon, Button, FileButton, SegmentedControl, Textarea, Tooltip } from "@mantine/core"
import { useHotkeys } from "@mantine/hooks"
import { IconArrowBackUp, IconLock, IconPaperclip, IconSend2 } from "@tabler/icons-react"
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react"
import { usePost } from "../desk/commands.ts"
import { useDeskContext } from "../desk/desk-context.tsx"
import { offInWords } from "../server-words/off.ts"
import { allowed } from "./actions.tsx"
import { CommandList, optionId } from "./command-list.tsx"
import styles from "./composer.module.css"
import { type Mode, useDraft } from "./drafts.ts"
import { isWhole, parse, takesChoice } from "./slash.ts"
import { UploadList } from "./upload-list.tsx"
import type { useUploads } from "./uploads.ts"
import { useCompletions } from "./use-completions.ts"
import type { RunLine } from "./use-slash-commands.ts"

interface ComposerProps {
  conversation: Conversation
  uploads: ReturnType<typeof useUploads>
  /** The field wanted; what is shown depends on what is allowed. */
  mode: Mode
  setMode: (mode: Mode) => void
  runLine: RunLine
}

/** Others are told at most this often that one is writing. */
const TYPING_MS = 3_000

export function Composer({ conversation, uploads, mode: wanted, setMode, runLine }: ComposerProps) {
  const { id, actions } = conversation
  const reply = allowed(actions, "reply")
  const note = allowed(actions, "note")
  const mode: Mode = wanted === "reply" && reply ? "reply" : note ? "note" : "reply"
  const [text, setText] = useDraft(id, mode)
  const [problem, setProblem] = useState<string>()
  /** Where the arrows have gone to; none until they are used. */
  const [at, setAt] = useState<number>()
  const [dismissed, setDismissed] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const post = usePost()
  const tellTyping = useTyping(id)

  const completions = useCompletions(id, text)
  const options = dismissed ? [] : completions
  const chosen = Math.min(at ?? 0, options.length - 1)
  const off = offInWords((mode === "reply" ? reply : note)?.off)
  const uploading = uploads.uploads.some(one => !one.arrived && !one.failed)
  const arrived = uploads.uploads.flatMap(one =>
    one.arrived ? [{ ...one.arrived, id: one.arrived.file }] : [],
  )
  const empty = text.trim() === "" && arrived.length === 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: another mode is another field to write in
  useEffect(() => field.current?.focus({ preventScroll: true }), [mode])

  useHotkeys([["alt+N", () => reply && note && setMode(mode === "reply" ? "note" : "reply")]], [])

  function change(next: string) {
    setText(next)
    setProblem(undefined)
    setAt(undefined)
    setDismissed(false)
    if (mode === "reply" && next !== "" && !next.startsWith("/")) tellTyping()
  }

  async function run(line: string) {
    const refused = await runLine(line)
    if (refused === undefined) setText("")
    setProblem(refused)
  }

  function send() {
    const typed = parse(text.trim())
    if (typed.kind === "line") {
      run(typed.line)
      return
    }
    if (empty || off || uploading) return
    post({
      conversation: id,
      audience: mode === "note" ? "staff" : "everybody",
      text: typed.text,
      files: arrived,
    })
    setText("")
    uploads.clear()
  }

  function complete(option: LineCompletion) {
    if (isWhole(option)) run(option.line)
    else change(option.line)
    field.current?.focus()
  }

  const enterTakes = (event: KeyboardEvent, option: LineCompletion) =>
    event.key === "Enter" && takesChoice(text, option, at !== undefined)

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const option = options[chosen]
    if (option && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault()
      setAt((chosen + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length)
    } else if (option && !event.shiftKey && (event.key === "Tab" || enterTakes(event, option))) {
      event.preventDefault()
      if (option.off) setProblem(offInWords(option.off))
      else complete(option)
    } else if (option && event.key === "Escape") {
      setDismissed(true)
    } else if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      send()
    }
  }

  function onPaste(event: ClipboardEvent) {
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    uploads.add(event.clipboardData.files)
  }

  return (
    <div className={styles.composer} data-mode={mode}>
      {options.length > 0 && <CommandList options={options} chosen={chosen} onChoose={complete} />}
      <div className={styles.top}>
        <SegmentedControl
          size="xs"
          value={mode}
          onChange={value => setMode(value as Mode)}
          aria-label={t`Who reads it`}
          data={[
            {
              value: "reply",
              label: label(<IconArrowBackUp size={14} aria-hidden="true" />, t`Reply`),
              disabled: !reply,
            },
            {
              value: "note",
              label: label(<IconLock size={14} aria-hidden="true" />, t`Note`),
              disabled: !note,
            },
          ]}
        />
        <span className={styles.who}>
          {mode === "note" ? t`Only staff can read this` : t`Everybody can read this`}
        </span>
      </div>
      <UploadList uploads={uploads.uploads} onRemove={uploads.remove} />
      <div className={styles.field}>
        <Textarea
          ref={field}
          className={styles.text}
          aria-label={mode === "note" ? t`Note` : t`Reply`}
          aria-activedescendant={options.length > 0 ? optionId(chosen) : undefined}
          aria-controls={options.length > 0 ? "commands" : undefined}
          aria-autocomplete="list"
          placeholder={mode === "note" ? t`Write a note for staff` : t`Reply, or / for commands`}
          variant="unstyled"
          autosize
          minRows={1}
          maxRows={9}
          dir="auto"
          value={text}
          error={problem ? <span role="alert">{problem}</span> : off}
          onChange={event => change(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <FileButton multiple resetRef={useRef(null)} onChange={uploads.add}>
          {props => (
            <Tooltip label={t`Attach files; or paste, or drop them`}>
              <ActionIcon {...props} variant="subtle" color="gray" size="lg" aria-label={t`Attach files`}>
                <IconPaperclip size={20} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          )}
        </FileButton>
        <Button
          color={mode === "note" ? "violet" : "teal"}
          onClick={send}
          disabled={empty || off !== undefined || uploading}
          rightSection={<IconSend2 size={16} stroke={1.8} aria-hidden="true" />}
        >
          {mode === "note" ? t`Save note` : t`Send`}
        </Button>
      </div>
    </div>
  )
}

const label = (icon: React.ReactNode, words: string) => (
  <span className={styles.mode}>
    {icon}
    {words}
  </span>
)

function useTyping(conversation: string): () => void {
  const { connection } = useDeskContext()
  const last = useRef(0)
  return () => {
    const now = Date.now()
    if (now - last.current < TYPING_MS) return
    last.current = now
    connection.typing(conversation)
  }
}
