// Where one writes: reply or staff note with a draft each, files, slash commands, canned replies, colleagues by name.
// Which key sends is a setting. What may be written comes from `actions`.

import type { Conversation, LineCompletion } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { ActionIcon, Button, FileButton, Textarea, Tooltip } from "@mantine/core"
import { IconPaperclip, IconSend2 } from "@tabler/icons-react"
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { usePost } from "../desk/commands.ts"
import { useDeskContext, useSettings } from "../desk/desk-context.tsx"
import { useShortcut } from "../desk/shortcuts.ts"
import { offInWords } from "../server-words/off.ts"
import { allowed } from "./actions.tsx"
import { ChannelSwitch } from "./channel-switch.tsx"
import { CommandList, optionId } from "./command-list.tsx"
import styles from "./composer.module.css"
import { type Mode, useDraft } from "./drafts.ts"
import { EmojiButton } from "./emoji-button.tsx"
import { isWhole, parse, takesChoice } from "./slash.ts"
import { UploadList } from "./upload-list.tsx"
import type { useUploads } from "./uploads.ts"
import { useCannedWords, useCompletions } from "./use-completions.ts"
import { useMentions } from "./use-mentions.ts"
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
  const { send_key } = useSettings()

  const completions = useCompletions(id, text)
  const cannedWords = useCannedWords(id)
  const mentions = useMentions(text, mode === "note", insert)
  const offered = mentions.options.length > 0 ? mentions.options : completions
  const options = dismissed ? [] : offered
  const chosen = Math.min(at ?? 0, options.length - 1)
  const off = offInWords((mode === "reply" ? reply : note)?.off)
  const uploading = uploads.uploads.some(one => !one.arrived && !one.failed)
  const arrived = uploads.uploads.flatMap(one =>
    one.arrived ? [{ ...one.arrived, id: one.arrived.file }] : [],
  )
  const empty = text.trim() === "" && arrived.length === 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: another mode is another field to write in
  useEffect(() => field.current?.focus({ preventScroll: true }), [mode])

  useShortcut("change_channel", () => reply && note && setMode(mode === "reply" ? "note" : "reply"), {
    whileWriting: true,
  })

  function change(next: string) {
    setText(next)
    setProblem(undefined)
    setAt(undefined)
    setDismissed(false)
    mentions.follow(field.current?.selectionStart ?? next.length)
    if (mode === "reply" && next !== "" && !next.startsWith("/")) tellTyping()
  }

  /** Puts words in place of a stretch of the text, and the cursor after them. */
  function insert(words: string, from?: number, to?: number) {
    const element = field.current
    const start = from ?? element?.selectionStart ?? text.length
    const end = to ?? element?.selectionEnd ?? start
    flushSync(() => change(text.slice(0, start) + words + text.slice(end)))
    element?.focus()
    element?.setSelectionRange(start + words.length, start + words.length)
    mentions.follow(start + words.length)
  }

  async function run(line: string) {
    // Whoever types faster than the list comes means the same by it.
    const words = completions.length === 0 && !/\s/.test(line) ? await cannedWords(line) : undefined
    if (words !== undefined) return insert(words, 0, text.length)
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
    if (mentions.complete(option)) return
    // The words of a canned reply are there to go on from.
    if (option.text !== undefined) insert(option.text, 0, text.length)
    else if (isWhole(option)) run(option.line)
    else change(option.line)
    field.current?.focus()
  }

  const enterTakes = (event: KeyboardEvent, option: LineCompletion) =>
    event.key === "Enter" && (mentions.open || takesChoice(text, option, at !== undefined))

  const sends = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.altKey) return false
    const withControl = event.ctrlKey || event.metaKey
    return send_key === "ctrl_enter" ? withControl : !withControl
  }

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
    } else if (sends(event)) {
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
      {options.length > 0 && (
        <CommandList
          label={mentions.open ? t`Colleagues` : t`Commands`}
          options={options}
          chosen={chosen}
          onChoose={complete}
        />
      )}
      <ChannelSwitch conversation={id} mode={mode} reply={reply} note={note} onChange={setMode} />
      <UploadList uploads={uploads.uploads} onRemove={uploads.remove} />
      <div className={styles.field}>
        <Textarea
          ref={field}
          className={styles.text}
          aria-label={mode === "note" ? t`Note` : t`Reply`}
          aria-activedescendant={options.length > 0 ? optionId(chosen) : undefined}
          aria-controls={options.length > 0 ? "commands" : undefined}
          aria-autocomplete="list"
          placeholder={
            mode === "note" ? t`Write a note for staff, @ names a colleague` : t`Reply, or / for commands`
          }
          variant="unstyled"
          autosize
          minRows={1}
          maxRows={9}
          dir="auto"
          value={text}
          error={problem ? <span role="alert">{problem}</span> : off}
          onChange={event => change(event.currentTarget.value)}
          onSelect={event => mentions.follow(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <EmojiButton disabled={off !== undefined} onPick={sign => insert(sign)} />
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
