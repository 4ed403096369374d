// What applying the draft would do: the changes in words, the two texts side by side, what becomes of running
// conversations, and the button that does it.

import { type DocumentChecked, type Problem, ProblemError } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Alert, Button, Group, Modal, SegmentedControl, Stack, Text } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useQueryClient } from "@tanstack/react-query"
import { lazy, Suspense, useState } from "react"
import { tellRefused } from "../../desk/commands.ts"
import { useDeskContext } from "../../desk/desk-context.tsx"
import { http } from "../../session/session.ts"
import { documentKey, useDraft } from "../draft/draft-context.tsx"
import { Waiting } from "../page/waiting.tsx"
import { ChangeList } from "./change-list.tsx"

const TextDifference = lazy(() => import("../yaml/text-difference.tsx"))

export function ChangesDialog({ onClose }: { onClose: () => void }) {
  const { base, text, check } = useDraft()
  const [shown, setShown] = useState("words")
  const apply = useApply(onClose)
  const errors = check.findings.filter(found => found.severity === "error").length
  return (
    <Modal opened onClose={onClose} title={t`What would change`} size={1080}>
      <Stack>
        <SegmentedControl
          aria-label={t`How it is shown`}
          w="fit-content"
          value={shown}
          onChange={setShown}
          data={[
            { value: "words", label: t`In words` },
            { value: "text", label: t`Side by side` },
          ]}
        />
        {shown === "words" ? (
          <Words />
        ) : (
          <Suspense fallback={<Waiting />}>
            <TextDifference before={base.yaml} after={text} />
          </Suspense>
        )}
        <Text c="dimmed">
          <Trans>
            Running conversations keep the time-outs they have begun; whatever is decided later follows the
            new version. Every version stays in the history.
          </Trans>
        </Text>
        {errors > 0 && (
          <Alert color="red" variant="light">
            <Trans>Errors stand in the way. Mend them first.</Trans>
          </Alert>
        )}
        {apply.refused && (
          <Alert color="red" variant="light" title={apply.refused.title} role="alert">
            {apply.refused.detail}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Go on editing</Trans>
          </Button>
          <Button
            loading={apply.busy}
            disabled={errors > 0 || check.at === "checking"}
            onClick={() => void apply.run()}
          >
            <Trans>Apply as version {base.version + 1}</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function Words() {
  const { changes } = useDraft().check
  if (!changes) {
    return (
      <Text>
        <Trans>The changes can be told once the errors are mended.</Trans>
      </Text>
    )
  }
  return <ChangeList changes={changes} />
}

/** Puts the draft in force, unless somebody else came first. */
function useApply(onDone: () => void) {
  const { store, base, text, check } = useDraft()
  const desk = useDeskContext()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Problem>()
  const run = async () => {
    setBusy(true)
    setRefused(undefined)
    try {
      const body = { yaml: text, based_on: base.version }
      const { version } = await http.ask<DocumentChecked>("PUT", `${desk.base}/document`, body)
      const inForce = { version, yaml: text }
      queries.setQueryData(documentKey(desk.base), inForce)
      for (const queryKey of [["document-versions"], ["directory"], ["users"]]) {
        void queries.invalidateQueries({ queryKey })
      }
      store.begin(inForce)
      notifications.show({ color: "teal", message: t`Version ${version} is in force` })
      onDone()
    } catch (error) {
      if (!(error instanceof ProblemError)) return tellRefused(error)
      if (error.code === "stale_configuration") {
        // The bar says who is ahead and carries over.
        check.again()
        onDone()
      } else setRefused(error.problem as Problem)
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, refused }
}
