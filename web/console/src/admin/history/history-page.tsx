// Every version there has been: who put it in force, when, what it changed; to look at, to compare with now, and
// to bring back as a draft.

import type { DocumentChanges, DocumentVersion, DocumentVersions, WorkspaceDocument } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Badge, Button, Group, SegmentedControl, Stack } from "@mantine/core"
import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { lazy, Suspense, useState } from "react"
import { useDeskContext } from "../../desk/desk-context.tsx"
import { http } from "../../session/session.ts"
import { AskDialog } from "../../ui/ask-dialog.tsx"
import { ChangeList } from "../bar/change-list.tsx"
import { useDraft } from "../draft/draft-context.tsx"
import { when } from "../form/when.ts"
import { PageHead } from "../page/page-head.tsx"
import { useAdminHref, useAdminPlace } from "../page/place.ts"
import { Waiting } from "../page/waiting.tsx"
import styles from "./history-page.module.css"

const TextDifference = lazy(() => import("../yaml/text-difference.tsx"))

export default function HistoryPage() {
  const { base } = useDeskContext()
  const { key } = useAdminPlace()
  const href = useAdminHref()
  const inForce = useDraft().base.version
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["document-versions", base],
    queryFn: ({ pageParam, signal }) =>
      http.get<DocumentVersions>(`${base}/document/versions${pageParam ? `?from=${pageParam}` : ""}`, signal),
    initialPageParam: 0,
    getNextPageParam: page => page.next,
  })
  if (!data) return <Waiting />
  const versions = data.pages.flatMap(page => page.versions)
  const open = versions.find(version => String(version.version) === key) ?? versions[0]
  return (
    <>
      <PageHead title={t`History`}>
        <Trans>
          Every version that was in force stays here. Bringing one back makes a new version of its text.
        </Trans>
      </PageHead>
      <div className={styles.columns}>
        <nav aria-label={t`Versions`}>
          <ol className={styles.versions} reversed>
            {versions.map(version => (
              <li key={version.version}>
                <a
                  href={href("history", String(version.version))}
                  className={styles.version}
                  aria-current={version === open ? "page" : undefined}
                >
                  <strong>{t`Version ${version.version}`}</strong>
                  {version.version === inForce && (
                    <Badge tt="none" variant="light" size="sm">
                      <Trans>in force</Trans>
                    </Badge>
                  )}
                  <span className={styles.by}>
                    {version.by}, {when(version.applied_at)}
                  </span>
                </a>
              </li>
            ))}
          </ol>
          {hasNextPage && (
            <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              <Trans>Older versions</Trans>
            </Button>
          )}
        </nav>
        {open && <Version key={open.version} version={open} />}
      </div>
    </>
  )
}

function Version({ version: { version, by, applied_at } }: { version: DocumentVersion }) {
  const { base } = useDeskContext()
  const { store, base: inForce, changed } = useDraft()
  const [shown, setShown] = useState("changes")
  const [asking, setAsking] = useState(false)
  const address = `${base}/document/versions/${version}`
  const staleTime = Number.POSITIVE_INFINITY
  const changes = useQuery({
    queryKey: ["document-changes", base, version],
    queryFn: ({ signal }) => http.get<DocumentChanges>(`${address}/changes`, signal),
    staleTime,
  })
  const text = useQuery({
    queryKey: ["document-version", base, version],
    queryFn: ({ signal }) => http.get<WorkspaceDocument>(address, signal),
    staleTime,
  })
  const bringBack = () => store.edit(() => text.data?.yaml ?? inForce.yaml)
  const current = version === inForce.version
  return (
    <section aria-label={t`Version ${version}`}>
      <Stack>
        <Group justify="space-between">
          <div>
            <h3 className={styles.title}>{t`Version ${version}`}</h3>
            <span className={styles.by}>
              {by}, {when(applied_at)}
            </span>
          </div>
          {!current && (
            <Button
              variant="default"
              disabled={!text.data}
              onClick={() => (changed ? setAsking(true) : bringBack())}
            >
              <Trans>Roll back to this</Trans>
            </Button>
          )}
        </Group>
        <SegmentedControl
          aria-label={t`How it is shown`}
          w="fit-content"
          value={shown}
          onChange={setShown}
          data={[
            { value: "changes", label: t`What it changed` },
            { value: "now", label: t`Compared with now` },
          ]}
        />
        {shown === "changes" &&
          (version === 1 ? (
            <Trans>It was the first.</Trans>
          ) : changes.data ? (
            <ChangeList changes={changes.data.changes} />
          ) : (
            <Waiting />
          ))}
        {shown === "now" && text.data && (
          <Suspense fallback={<Waiting />}>
            <TextDifference before={text.data.yaml} after={inForce.yaml} />
          </Suspense>
        )}
      </Stack>
      {asking && (
        <AskDialog
          title={t`Replace your draft?`}
          outcome={t`Your draft becomes the text of version ${version}. Undo brings yours back.`}
          verb={t`Replace`}
          busy={false}
          onClose={() => setAsking(false)}
          onDo={async () => {
            bringBack()
            return true
          }}
        />
      )}
    </section>
  )
}
