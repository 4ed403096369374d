// What is typed goes into the draft when the typing rests, not with every key.

import { useEffect, useRef, useState } from "react"

const PAUSE_MS = 350

export interface Buffered {
  value: string
  onChange: (value: string) => void
  onBlur: () => void
}

export function useBuffered(value: string, commit: (value: string) => void): Buffered {
  const [typed, setTyped] = useState<string>()
  const pending = useRef<string | undefined>(undefined)
  const latest = useRef(commit)
  latest.current = commit

  const flush = () => {
    const text = pending.current
    if (text === undefined) return
    pending.current = undefined
    setTyped(undefined)
    latest.current(text)
  }

  useEffect(() => {
    if (typed === undefined) return
    const timer = setTimeout(flush, PAUSE_MS)
    return () => clearTimeout(timer)
  })
  // Whoever leaves the page in the middle of a word has typed it all the same.
  useEffect(
    () => () => {
      if (pending.current !== undefined) latest.current(pending.current)
    },
    [],
  )

  const onChange = (text: string) => {
    pending.current = text
    setTyped(text)
  }
  return { value: typed ?? value, onChange, onBlur: flush }
}
