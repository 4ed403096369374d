// The real widget as it looks in force, in a frame of its own.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { useDeskContext } from "../../desk/desk-context.tsx"
import styles from "./widget-page.module.css"

export function WidgetPreview() {
  const { workspace } = useDeskContext()
  return (
    <section aria-label={t`Preview`} className={styles.preview}>
      <p>
        <Trans>As visitors see it</Trans>
      </p>
      <iframe title={t`Preview of the widget`} src={`/widget/frame/${workspace}`} className={styles.frame} />
    </section>
  )
}
