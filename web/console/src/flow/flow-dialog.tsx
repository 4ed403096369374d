// The flow of one conversation: picture and steps, live while it runs, the same once it is closed; can be printed.

import type { Explained, Flow, StaffLine } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Modal, Skeleton } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { IconPrinter } from "@tabler/icons-react"
import { useQuery } from "@tanstack/react-query"
import { useNow } from "../desk/clock.ts"
import { useDeskContext } from "../desk/desk-context.tsx"
import { errorInWords } from "../server-words/problems.ts"
import { http } from "../session/session.ts"
import { Message } from "../ui/message.tsx"
import styles from "./flow-dialog.module.css"
import { FlowLegend } from "./flow-legend.tsx"
import { FlowMoves } from "./flow-moves.tsx"
import { FlowPicture } from "./flow-picture.tsx"
import { FlowSteps } from "./flow-steps.tsx"

interface FlowDialogProps {
  conversation: string
  /** What the dialog is called after. */
  name: string
  /** None for those who may see how it went, and not what was said. */
  lines: readonly StaffLine[] | undefined
  onClose: () => void
}

export function FlowDialog({ conversation, name, lines, onClose }: FlowDialogProps) {
  const { base } = useDeskContext()
  const narrow = useMediaQuery("(max-width: 799px)", false, { getInitialValueInEffect: false })
  const now = useNow()
  // What happened last makes it new: the picture is the server's, and words do not change it.
  const last = lines?.findLast(line => line.kind === "event")?.sequence ?? 0
  const address = `${base}/conversations/${conversation}`
  const flow = useQuery({
    queryKey: ["flow", address, last],
    queryFn: ({ signal }) => http.get<Flow>(`${address}/flow`, signal),
    placeholderData: before => before,
    gcTime: 0,
  })
  const explained = useQuery({
    queryKey: ["explain", address, last],
    queryFn: ({ signal }) => http.get<Explained>(`${address}/explain`, signal),
    enabled: lines !== undefined,
    placeholderData: before => before,
    gcTime: 0,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Flow of ${name}`}
      size={1100}
      fullScreen={narrow}
      classNames={{
        root: styles.root,
        overlay: styles.overlay,
        inner: styles.inner,
        content: styles.content,
        close: styles.close,
        body: styles.body,
      }}
    >
      {flow.isError && <Message title={t`The flow cannot be read`}>{errorInWords(flow.error)}</Message>}
      {flow.isPending && <Skeleton className="later" height={180} />}
      {flow.data && (
        <>
          <FlowPicture flow={flow.data} now_ms={now} />
          <FlowLegend flow={flow.data} />
          <FlowMoves flow={flow.data} />
        </>
      )}
      <Button
        className={styles.print}
        variant="default"
        size="xs"
        leftSection={<IconPrinter size={16} aria-hidden="true" />}
        onClick={() => window.print()}
      >
        <Trans>Print</Trans>
      </Button>
      {lines && <FlowSteps lines={lines} moments={explained.data?.moments ?? []} />}
    </Modal>
  )
}
