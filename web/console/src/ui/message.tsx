// Says something in the middle of a page or pane: an empty state that teaches, or an error with what to do.

import type { ReactNode } from "react"
import styles from "./message.module.css"

interface MessageProps {
  title: string
  icon?: ReactNode
  children?: ReactNode
  action?: ReactNode
}

export function Message({ title, icon, children, action }: MessageProps) {
  return (
    <div className={styles.message}>
      {icon && <span className={styles.icon}>{icon}</span>}
      <h2 className={styles.title}>{title}</h2>
      {children && <div className={styles.text}>{children}</div>}
      {action}
    </div>
  )
}
