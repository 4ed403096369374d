// What a document says otherwise than another, entry by entry, in words.

import type { DocumentChange } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Badge } from "@mantine/core"
import styles from "./change-list.module.css"

const KINDS = {
  added: { name: t`Added`, color: "teal" },
  removed: { name: t`Removed`, color: "red" },
  changed: { name: t`Changed`, color: "amber" },
} as const

export function ChangeList({ changes }: { changes: readonly DocumentChange[] }) {
  if (changes.length === 0) {
    return (
      <p>
        <Trans>Nothing is said otherwise; comments and layout may differ.</Trans>
      </p>
    )
  }
  return (
    <ul className={styles.list}>
      {changes.map(({ kind, section, key, fields = [] }) => (
        <li key={`${section}/${key}`} className={styles.change}>
          <Badge tt="none" variant="light" color={KINDS[kind].color} className={styles.kind}>
            {KINDS[kind].name}
          </Badge>
          <div className={styles.what}>
            <strong>{[section, key].filter(Boolean).join(" › ")}</strong>
            {fields.length > 0 && (
              <dl className={styles.fields}>
                {fields.map(({ field, before, after }) => (
                  <div key={field}>
                    <dt>{field}</dt>
                    <dd>
                      {before === undefined ? (
                        <em>
                          <Trans>not set</Trans>
                        </em>
                      ) : (
                        <del>{before}</del>
                      )}
                      <span aria-hidden="true"> → </span>
                      <span className="hidden">
                        <Trans>becomes</Trans>
                      </span>
                      {after === undefined ? (
                        <em>
                          <Trans>not set</Trans>
                        </em>
                      ) : (
                        <ins>{after}</ins>
                      )}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
