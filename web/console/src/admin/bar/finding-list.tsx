// Everything the checker found, each with the way to where it is mended.

import { t } from "@lingui/core/macro"
import { Modal } from "@mantine/core"
import type { Located } from "../draft/check.ts"
import { editorOf, useAdminHref } from "../page/place.ts"
import styles from "./finding-list.module.css"

export function FindingList({ findings, onClose }: { findings: readonly Located[]; onClose: () => void }) {
  const href = useAdminHref()
  return (
    <Modal opened onClose={onClose} title={t`What the checker found`} size="lg">
      <ul className={styles.list}>
        {findings.map(found => (
          <li
            key={`${found.line}:${found.column}:${found.code}:${found.message}`}
            data-severity={found.severity}
          >
            <a className={styles.link} href={href(...editorOf(found.path))} onClick={onClose}>
              <span className={styles.severity}>{found.severity === "error" ? t`Error` : t`Warning`}</span>
              <span>
                <strong>{found.path.join(" › ")}</strong>
                <br />
                {found.message}
                {found.help && <span className={styles.help}>: {found.help}</span>}
              </span>
              <span className={styles.line}>{t`line ${found.line}`}</span>
            </a>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
