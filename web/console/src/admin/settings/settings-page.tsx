// Settings of the whole workspace, all of them, with the product's defaults where nothing is said.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Stack } from "@mantine/core"
import { useDraft } from "../draft/draft-context.tsx"
import { Form } from "../form/form.tsx"
import type { FieldGroup } from "../form/spec.ts"
import { NoYaml } from "../page/entry-section.tsx"
import { PageHead } from "../page/page-head.tsx"
import { alertFields } from "./alert-fields.ts"
import { ChainPolicy } from "./chain-policy.tsx"
import { Edges } from "./edges.tsx"
import { HandRules } from "./hand-rules.tsx"
import { settingFields } from "./setting-fields.ts"
import styles from "./settings-page.module.css"

const workspace: readonly FieldGroup[] = [
  {
    title: t`Workspace`,
    fields: [
      {
        name: "workspace.name",
        label: t`Name`,
        help: t`Of the organisation, as visitors and agents see it`,
        required: true,
        input: { type: "text" },
      },
      {
        name: "entry",
        label: t`Conversations begin in`,
        help: t`When the visitor's page names no place`,
        required: true,
        input: { type: "place", kinds: ["pipeline", "queue"], none: t`Choose a place` },
      },
    ],
  },
]

export default function SettingsPage() {
  const { values } = useDraft()
  if (!values) return <NoYaml />
  return (
    <>
      <PageHead title={t`Settings`}>
        <Trans>
          What is left out has the product's default, shown in grey. Times carry a unit: 30s, 5m, 1h 30m.
        </Trans>
      </PageHead>
      <Stack className={styles.page}>
        <Form at={[]} groups={workspace} />
        <Form at={["settings"]} groups={settingFields} />
        <ChainPolicy />
        <HandRules />
        <Form at={["alerts"]} groups={[{ title: t`Alerts of the board`, fields: alertFields }]} />
        <Edges />
      </Stack>
    </>
  )
}
