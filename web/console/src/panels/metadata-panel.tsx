// The facts of the open conversation: read from the server once they are asked for, and again with every step of it.

import { Trans } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useState } from "react"
import { useDesk } from "../desk/desk-context.tsx"
import { Metadata } from "../history/metadata.tsx"

export function MetadataPanel({ conversation }: { conversation: string }) {
  const [open, setOpen] = useState(false)
  const last = useDesk(
    desk => desk.transcript(conversation).lines.findLast(line => line.kind === "event")?.sequence ?? 0,
  )
  return (
    <>
      <Button variant="default" size="xs" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <Trans>Hide metadata</Trans> : <Trans>Show metadata</Trans>}
      </Button>
      {open && <Metadata conversation={conversation} last={last} />}
    </>
  )
}
