// Fields that only staff will read: tinted and locked, as they are everywhere.

import { IconLock } from "@tabler/icons-react"
import type { ReactNode } from "react"
import styles from "./staff-only.module.css"

/** `readers` says who reads it. */
export function StaffOnly({ readers, children }: { readers: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>
        <IconLock size={14} stroke={1.8} aria-hidden="true" /> {readers}
      </legend>
      {children}
    </fieldset>
  )
}
