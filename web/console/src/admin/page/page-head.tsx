// The head of a section: its name, what it is for, and what can be done with it as a whole.

import type { ReactNode } from "react"
import styles from "./page-head.module.css"

interface PageHeadProps {
  title: string
  children?: ReactNode
  action?: ReactNode
}

export function PageHead({ title, children, action }: PageHeadProps) {
  return (
    <header className={styles.head}>
      <div>
        <h2 className={styles.title}>{title}</h2>
        {children && <p className={styles.lead}>{children}</p>}
      </div>
      {action}
    </header>
  )
}
