// The chat on the customer's page: its look and questions, a live preview, and the line that puts it there.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Code, CopyButton, Fieldset, Group, Stack } from "@mantine/core"
import { IconCheck, IconCopy } from "@tabler/icons-react"
import { useDeskContext } from "../../desk/desk-context.tsx"
import { useDraft } from "../draft/draft-context.tsx"
import form from "../form/form.module.css"
import { Form } from "../form/form.tsx"
import type { FieldGroup, Option } from "../form/spec.ts"
import { NoYaml } from "../page/entry-section.tsx"
import { PageHead } from "../page/page-head.tsx"
import styles from "./widget-page.module.css"
import { WidgetPreview } from "./widget-preview.tsx"

const ask: readonly Option[] = [
  { value: "never", label: t`Not asked` },
  { value: "optional", label: t`May be given` },
  { value: "required", label: t`Has to be given` },
]

const groups: readonly FieldGroup[] = [
  {
    title: t`Look`,
    fields: [
      {
        name: "title",
        label: t`Title`,
        help: t`The name of the workspace if left out`,
        input: { type: "texts" },
      },
      {
        name: "colour",
        label: t`Colour`,
        help: t`Of buttons and of the visitor's messages`,
        input: { type: "colour", usual: "#0f766e" },
      },
      {
        name: "theme",
        label: t`Theme`,
        input: {
          type: "choice",
          usual: "system",
          options: [
            { value: "system", label: t`As the visitor's system` },
            { value: "light", label: t`Light` },
            { value: "dark", label: t`Dark` },
          ],
        },
      },
      {
        name: "position",
        label: t`Corner`,
        input: {
          type: "choice",
          usual: "right",
          options: [
            { value: "right", label: t`Right` },
            { value: "left", label: t`Left` },
          ],
        },
      },
    ],
  },
  {
    title: t`Visitors`,
    fields: [
      {
        name: "languages",
        label: t`Languages`,
        help: t`The first for everybody else; the browser's if left out`,
        input: { type: "words", placeholder: "en" },
      },
      { name: "ask_name", label: t`Name`, input: { type: "choice", usual: "never", options: ask } },
      {
        name: "ask_email",
        label: t`E-mail address`,
        input: { type: "choice", usual: "never", options: ask },
      },
    ],
  },
]

export default function WidgetPage() {
  const { values } = useDraft()
  if (!values) return <NoYaml />
  return (
    <>
      <PageHead title={t`Widget`}>
        <Trans>The chat on your own pages, and the full page for links in mails.</Trans>
      </PageHead>
      <div className={styles.columns}>
        <Stack>
          <Form at={["widget"]} groups={groups} />
          <Embed />
        </Stack>
        <WidgetPreview />
      </div>
    </>
  )
}

function Embed() {
  const { workspace } = useDeskContext()
  const { origin } = window.location
  const lines = [
    {
      label: t`On every page that shall have the chat`,
      text: `<script src="${origin}/widget/loader.js" data-workspace="${workspace}" async></script>`,
    },
    { label: t`The full page`, text: `${origin}/visit/${workspace}` },
  ]
  return (
    <Fieldset legend={t`Put it on your page`} className={form.group}>
      <Stack>
        {lines.map(({ label, text }) => (
          <div key={label}>
            <Group justify="space-between" mb={4}>
              <span>{label}</span>
              <CopyButton value={text}>
                {({ copied, copy }) => (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t`Copy: ${label}`}
                    leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
                    onClick={copy}
                  >
                    {copied ? t`Copied` : t`Copy`}
                  </Button>
                )}
              </CopyButton>
            </Group>
            <Code block className={styles.code} tabIndex={0}>
              {text}
            </Code>
          </div>
        ))}
      </Stack>
    </Fieldset>
  )
}
