// What went wrong with a report, and what to do: wait, put the filters right, or try again.

import { ProblemError } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { errorInWords } from "../server-words/problems.ts"
import { Message } from "../ui/message.tsx"
import { notReady } from "./use-reports.ts"

interface TroubleProps {
  title: string
  error: unknown
  again: () => void
  /** Takes all filters away. */
  clear?: () => void
}

export function Trouble({ title, error, again, clear }: TroubleProps) {
  if (notReady(error)) {
    return (
      <Message title={t`The figures are being made`}>
        <p role="status">
          <Trans>
            They are counted anew from the journal. This page shows them as soon as they are there;
            conversations go on meanwhile.
          </Trans>
        </p>
      </Message>
    )
  }
  if (clear && error instanceof ProblemError && error.code === "bad_filter") {
    return (
      <Message
        title={t`A filter cannot be used`}
        action={
          <Button onClick={clear}>
            <Trans>Clear all filters</Trans>
          </Button>
        }
      >
        {errorInWords(error)}
      </Message>
    )
  }
  return (
    <Message
      title={title}
      action={
        <Button onClick={again}>
          <Trans>Try again</Trans>
        </Button>
      }
    >
      {errorInWords(error)}
    </Message>
  )
}
