// Somebody else has put a version in force since the draft began: says so and carries the draft over.

import type { WorkspaceDocument } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Alert, Button, Group, Text } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { tellRefused } from "../../desk/commands.ts"
import { useDeskContext } from "../../desk/desk-context.tsx"
import { http } from "../../session/session.ts"
import { carry } from "../draft/carry.ts"
import { documentKey, useDraft } from "../draft/draft-context.tsx"

export function Overtaken({ version }: { version: number }) {
  const { store, base, text } = useDraft()
  const desk = useDeskContext()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)

  const carryOver = async () => {
    setBusy(true)
    try {
      const theirs = await http.get<WorkspaceDocument>(`${desk.base}/document`)
      const carried = carry(base.yaml, text, theirs.yaml)
      if (!carried) {
        notifications.show({ color: "red", message: t`The draft is no YAML at the moment; mend that first.` })
        return
      }
      queries.setQueryData(documentKey(desk.base), theirs)
      store.begin(theirs, carried.text)
      const places = carried.overwritten.map(path => path.join(" › ")).join(", ")
      notifications.show({
        color: places ? "amber" : "teal",
        title: t`Your changes stand on version ${theirs.version} now`,
        message: places
          ? t`Both of you changed ${places}; yours stands there. Look at the changes.`
          : undefined,
        autoClose: places ? false : 6_000,
      })
    } catch (error) {
      tellRefused(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Alert
      color="amber"
      variant="light"
      radius={0}
      title={t`Version ${version} came into force meanwhile`}
      role="alert"
    >
      <Group justify="space-between">
        <Text>
          <Trans>
            Your draft was made from version {base.version}. Carry your changes over, look at them, and apply
            them then.
          </Trans>
        </Text>
        <Button size="compact-sm" loading={busy} onClick={() => void carryOver()}>
          <Trans>Carry over</Trans>
        </Button>
      </Group>
    </Alert>
  )
}
