// What has been changed and not applied: how much, what the checker says, and what can be done with it.

import { plural, t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { ActionIcon, Button, Tooltip } from "@mantine/core"
import { useHotkeys } from "@mantine/hooks"
import { IconAlertTriangle, IconArrowBackUp, IconArrowForwardUp, IconCircleCheck } from "@tabler/icons-react"
import { useState } from "react"
import { AskDialog } from "../../ui/ask-dialog.tsx"
import { useDraft } from "../draft/draft-context.tsx"
import { ChangesDialog } from "./changes-dialog.tsx"
import styles from "./draft-bar.module.css"
import { FindingList } from "./finding-list.tsx"
import { Overtaken } from "./overtaken.tsx"

type Open = "changes" | "findings" | "throw away"

export function DraftBar() {
  const { store, base, changed, canUndo, canRedo, check } = useDraft()
  const [open, setOpen] = useState<Open>()
  useHotkeys([
    ["mod+Z", () => store.undo()],
    ["mod+shift+Z", () => store.redo()],
  ])
  const errors = check.findings.filter(found => found.severity === "error").length
  const warnings = check.findings.length - errors
  const close = () => setOpen(undefined)
  return (
    <>
      <section className={styles.bar} aria-label={t`Draft`} data-changed={changed}>
        <p className={styles.standing} role="status">
          <strong>{standing(changed, base.version, check.changes?.length)}</strong>
          {check.at === "checking" && changed && (
            <span className={styles.checking}>
              <Trans>Checking…</Trans>
            </span>
          )}
          {check.at === "unreachable" && <Trans>The server could not check it.</Trans>}
        </p>
        {errors + warnings > 0 ? (
          <Button
            variant="subtle"
            size="compact-sm"
            color={errors > 0 ? "red" : "amber"}
            leftSection={<IconAlertTriangle size={16} />}
            onClick={() => setOpen("findings")}
          >
            {[
              errors > 0 && plural(errors, { one: "# error", other: "# errors" }),
              warnings > 0 && plural(warnings, { one: "# warning", other: "# warnings" }),
            ]
              .filter(Boolean)
              .join(", ")}
          </Button>
        ) : (
          check.at === "done" &&
          changed && (
            <span className={styles.fine}>
              <IconCircleCheck size={16} aria-hidden="true" /> <Trans>Nothing found</Trans>
            </span>
          )
        )}
        <span className={styles.spring} />
        {(canUndo || canRedo) && (
          <>
            <Steps label={t`Undo`} off={!canUndo} onClick={() => store.undo()} Icon={IconArrowBackUp} />
            <Steps label={t`Redo`} off={!canRedo} onClick={() => store.redo()} Icon={IconArrowForwardUp} />
          </>
        )}
        {changed && (
          <>
            <Button variant="default" size="compact-sm" onClick={() => check.again()}>
              <Trans>Check</Trans>
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => setOpen("throw away")}>
              <Trans>Throw away</Trans>
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => setOpen("changes")}>
              <Trans>See changes</Trans>
            </Button>
            <Button size="compact-sm" disabled={errors > 0} onClick={() => setOpen("changes")}>
              <Trans>Apply…</Trans>
            </Button>
          </>
        )}
      </section>
      {changed && check.overtakenBy !== undefined && <Overtaken version={check.overtakenBy} />}
      {open === "changes" && <ChangesDialog onClose={close} />}
      {open === "findings" && <FindingList findings={check.findings} onClose={close} />}
      {open === "throw away" && (
        <AskDialog
          title={t`Throw the draft away?`}
          outcome={t`Everything changed since version ${base.version} goes back to what is in force. This cannot be undone.`}
          verb={t`Throw away`}
          busy={false}
          onClose={close}
          onDo={async () => {
            store.begin(base)
            return true
          }}
        />
      )}
    </>
  )
}

function standing(changed: boolean, version: number, changes: number | undefined): string {
  if (!changed) return t`Version ${version} is in force`
  if (changes === undefined) return t`Changes not applied`
  if (changes === 0) return t`Only comments and layout changed`
  return plural(changes, { one: "# change not applied", other: "# changes not applied" })
}

interface StepsProps {
  label: string
  off: boolean
  onClick: () => void
  Icon: typeof IconArrowBackUp
}

function Steps({ label, off, onClick, Icon }: StepsProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={off} onClick={onClick}>
        <Icon size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
