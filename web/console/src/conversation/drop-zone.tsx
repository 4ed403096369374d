// Files dropped anywhere on the conversation are attached to the next message.

import { Trans } from "@lingui/react/macro"
import { type DragEvent, type ReactNode, useState } from "react"
import styles from "./drop-zone.module.css"

interface DropZoneProps {
  disabled: boolean
  onFiles: (files: Iterable<File>) => void
  children: ReactNode
}

export function DropZone({ disabled, onFiles, children }: DropZoneProps) {
  const [over, setOver] = useState(false)
  const takes = (event: DragEvent) => !disabled && event.dataTransfer.types.includes("Files")
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse; "Attach files" does the same by keyboard
    <div
      className={styles.zone}
      onDragOver={event => {
        if (!takes(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={event =>
        event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)
      }
      onDrop={event => {
        setOver(false)
        if (!takes(event)) return
        event.preventDefault()
        onFiles(event.dataTransfer.files)
      }}
    >
      {children}
      {over && (
        <div className={styles.hint}>
          <Trans>Drop to attach</Trans>
        </div>
      )}
    </div>
  )
}
