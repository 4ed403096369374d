// A value that is lit up for a moment when it changes; not when it is first shown unless it is said to be new, and
// not for those who want no motion.

import { useRef } from "react"
import styles from "./mark.module.css"

interface MarkProps {
  value: string | number
  /** It was not there before. */
  fresh?: boolean
}

export function Mark({ value, fresh = false }: MarkProps) {
  const seen = useRef({ value, times: fresh ? 1 : 0 })
  if (seen.current.value !== value) seen.current = { value, times: seen.current.times + 1 }
  const { times } = seen.current
  return (
    <span key={times} className={times > 0 ? styles.changed : undefined}>
      {value}
    </span>
  )
}
