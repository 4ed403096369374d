// A value that is lit up for a moment when it changes; not when it is first shown, and not for those who want no
// motion.

import { useRef } from "react"
import styles from "./mark.module.css"

export function Mark({ value }: { value: string | number }) {
  const seen = useRef({ value, times: 0 })
  if (seen.current.value !== value) seen.current = { value, times: seen.current.times + 1 }
  const { times } = seen.current
  return (
    <span key={times} className={times > 0 ? styles.changed : undefined}>
      {value}
    </span>
  )
}
