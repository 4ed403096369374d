// How CodeMirror looks and behaves here: our tokens for colours, YAML, findings underlined, lines that wrap.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands"
import { yaml } from "@codemirror/lang-yaml"
import { HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language"
import { lintGutter } from "@codemirror/lint"
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search"
import type { Extension } from "@codemirror/state"
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view"
import { tags } from "@lezer/highlight"

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--b-teal-text)" },
  { tag: [tags.string, tags.content], color: "var(--b-text)" },
  { tag: [tags.number, tags.bool, tags.atom], color: "var(--b-violet-text)" },
  { tag: tags.comment, color: "var(--b-muted)", fontStyle: "italic" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: "var(--b-muted)" },
])

const look = EditorView.theme({
  "&": { height: "100%", fontSize: "13px", backgroundColor: "var(--b-surface)", color: "var(--b-text)" },
  ".cm-scroller": { fontFamily: "ui-monospace, SFMono-Regular, Menlo, monospace", lineHeight: "1.55" },
  ".cm-gutters": { backgroundColor: "var(--b-ground)", color: "var(--b-muted)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--b-hover)" },
  ".cm-content": { caretColor: "var(--b-text)" },
  ".cm-cursor": { borderLeftColor: "var(--b-text)" },
  "&.cm-focused": { outline: "none" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--b-teal-tint-hover)",
  },
  ".cm-tooltip, .cm-panels": {
    backgroundColor: "var(--b-raised)",
    color: "var(--b-text)",
    border: "1px solid var(--b-line)",
  },
  ".cm-collapsedLines": { background: "var(--b-sunken)", color: "var(--b-muted)" },
  // The product's font has no sign for what is folded away; the words say it.
  ".cm-collapsedLines::before, .cm-collapsedLines::after": { content: "none" },
  ".cm-changedLine": { backgroundColor: "var(--b-amber-tint) !important" },
  ".cm-changedText": { background: "var(--b-amber-tint-hover) !important" },
})

/** What is shown but not written in. */
export const shown: Extension = [
  lineNumbers(),
  yaml(),
  syntaxHighlighting(colours),
  EditorView.lineWrapping,
  look,
]

/** What is written in. */
export const written: Extension = [
  shown,
  history(),
  indentOnInput(),
  highlightActiveLine(),
  highlightSelectionMatches(),
  search({ top: true }),
  lintGutter(),
  keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
]
