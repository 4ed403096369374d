// The draft as the text it is, with the checker's findings at their lines.

import { setDiagnostics } from "@codemirror/lint"
import { EditorState } from "@codemirror/state"
import { EditorView } from "@codemirror/view"
import { t } from "@lingui/core/macro"
import { useEffect, useRef } from "react"
import type { Located } from "../draft/check.ts"
import { useDraft } from "../draft/draft-context.tsx"
import { written } from "./editor.ts"
import styles from "./yaml-page.module.css"

/** While somebody types, the other pages need not follow. */
const PAUSE_MS = 250

export default function YamlPage() {
  const { store, text, check } = useDraft()
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView | undefined>(undefined)

  useEffect(() => {
    const parent = place.current
    if (!parent) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const take = (view: EditorView) => {
      clearTimeout(timer)
      timer = undefined
      store.edit(() => view.state.doc.toString())
    }
    const view = new EditorView({
      parent,
      state: EditorState.create({
        doc: store.state.text,
        extensions: [
          written,
          EditorView.contentAttributes.of({ "aria-label": t`The document as YAML` }),
          EditorView.updateListener.of(update => {
            if (!update.docChanged) return
            clearTimeout(timer)
            timer = setTimeout(() => take(update.view), PAUSE_MS)
          }),
        ],
      }),
    })
    // What scrolls can be reached by keyboard.
    view.scrollDOM.tabIndex = 0
    editor.current = view
    return () => {
      if (timer !== undefined) take(view)
      view.destroy()
      editor.current = undefined
    }
  }, [store])

  // Undone, applied, thrown away, or written in another tab.
  useEffect(() => {
    const view = editor.current
    if (!view || view.hasFocus || view.state.doc.toString() === text) return
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
  }, [text])

  useEffect(() => {
    const view = editor.current
    if (view)
      view.dispatch(
        setDiagnostics(
          view.state,
          check.findings.map(found => diagnostic(view, found)),
        ),
      )
  }, [check.findings])

  return <div ref={place} className={styles.editor} />
}

function diagnostic(view: EditorView, { line, column, severity, message, help }: Located) {
  const at = view.state.doc.line(Math.min(line, view.state.doc.lines))
  const from = Math.min(at.from + column - 1, at.to)
  const word = /^[^\s,:\]}]*/.exec(at.text.slice(column - 1))?.[0].length ?? 0
  return { from, to: from + word, severity, message: help ? `${message}\n${help}` : message }
}
