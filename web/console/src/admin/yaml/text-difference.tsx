// Two texts side by side with what differs between them; what is alike is folded away.

import { MergeView } from "@codemirror/merge"
import { EditorState } from "@codemirror/state"
import { EditorView } from "@codemirror/view"
import { t } from "@lingui/core/macro"
import { useEffect, useRef } from "react"
import { shown } from "./editor.ts"
import styles from "./text-difference.module.css"

export default function TextDifference({ before, after }: { before: string; after: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const parent = place.current
    if (!parent) return
    const side = (doc: string, label: string) => ({
      doc,
      extensions: [
        shown,
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
      ],
    })
    const view = new MergeView({
      a: side(before, t`Before`),
      b: side(after, t`After`),
      parent,
      collapseUnchanged: { margin: 3, minSize: 6 },
      gutter: false,
    })
    return () => view.destroy()
  }, [before, after])
  return (
    <div className={styles.frame}>
      <div className={styles.heads} aria-hidden="true">
        <span>{t`Before`}</span>
        <span>{t`After`}</span>
      </div>
      <div ref={place} className={styles.texts} />
    </div>
  )
}
