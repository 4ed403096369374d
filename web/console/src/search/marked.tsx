// A piece of text with the words that were found in it marked.

import type { FoundPassage } from "@baton/protocol"
import styles from "./marked.module.css"

export function Marked({ text, marks }: Pick<FoundPassage, "text" | "marks">) {
  const ends = marks.map(mark => mark.end)
  return (
    <span dir="auto">
      {marks.map(({ start, end }, at) => (
        <span key={start}>
          {text.slice(ends[at - 1] ?? 0, start)}
          <mark className={styles.mark}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </span>
  )
}
