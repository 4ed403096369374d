// The real widget with the draft's look: its own page, told what it would be told first if the draft were in force.
// It is only looked at, so that no conversation begins here.

import type { Welcome } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Group, Select, Text } from "@mantine/core"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useDeskContext } from "../../desk/desk-context.tsx"
import { http } from "../../session/session.ts"
import { useDraft } from "../draft/draft-context.tsx"
import { useLanguages } from "../form/names.ts"
import { languageName } from "../form/texts.tsx"
import styles from "./widget-page.module.css"

export function WidgetPreview() {
  const { base, workspace } = useDeskContext()
  const { text } = useDraft()
  const languages = useLanguages()
  const [chosen, setChosen] = useState<string>()
  const language = chosen ?? languages[0] ?? "en"
  const page = useQuery({
    queryKey: ["widget-page", workspace],
    queryFn: async ({ signal }) => (await fetch(`/widget/frame/${workspace}`, { signal })).text(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const welcome = useQuery({
    queryKey: ["welcome-preview", base, text, language],
    queryFn: () => http.ask<Welcome>("POST", `${base}/document/preview/welcome`, { yaml: text, language }),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 10_000,
  })
  return (
    <section aria-label={t`Preview`} className={styles.preview}>
      <Group justify="space-between" mb="xs">
        <Text fw={600}>
          <Trans>As visitors would see it</Trans>
        </Text>
        <Select
          aria-label={t`Language of the preview`}
          w={140}
          allowDeselect={false}
          data={languages.map(value => ({ value, label: languageName(value) }))}
          value={language}
          onChange={next => setChosen(next ?? undefined)}
        />
      </Group>
      {page.data && welcome.data && (
        <iframe
          key={JSON.stringify(welcome.data)}
          title={t`Preview of the widget`}
          srcDoc={told(page.data, welcome.data)}
          className={styles.frame}
          inert
        />
      )}
      {welcome.isError && (
        <Text c="dimmed">
          <Trans>The preview goes on once the errors of the draft are mended.</Trans>
        </Text>
      )}
    </section>
  )
}

/** The widget's page with other first words. */
function told(page: string, welcome: Welcome): string {
  const document = new DOMParser().parseFromString(page, "text/html")
  const known = document.getElementById("known")
  if (known) known.textContent = JSON.stringify(welcome).replaceAll("<", "\\u003c")
  return `<!doctype html>${document.documentElement.outerHTML}`
}
