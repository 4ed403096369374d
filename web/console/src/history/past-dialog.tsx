// A conversation of the past over the desk, as it was.

import { Modal } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { PastConversation } from "./past-conversation.tsx"
import styles from "./past-dialog.module.css"

interface PastDialogProps {
  conversation: string
  /** What it is called: by its visitor, or by its number. */
  name: string
  /** What its visitor is called, where that is known. */
  visitor?: string | undefined
  title: string
  onClose: () => void
}

export function PastDialog({ conversation, name, visitor, title, onClose }: PastDialogProps) {
  const narrow = useMediaQuery("(max-width: 799px)", false, { getInitialValueInEffect: false })
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={760}
      fullScreen={narrow}
      classNames={{ body: styles.body }}
    >
      <PastConversation conversation={conversation} name={name} visitor={visitor} />
    </Modal>
  )
}
