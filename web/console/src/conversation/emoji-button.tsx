// Opens the emoji picker above the field.

import { t } from "@lingui/core/macro"
import { ActionIcon, Popover, Skeleton, Tooltip } from "@mantine/core"
import { IconMoodSmile } from "@tabler/icons-react"
import { lazy, Suspense, useState } from "react"

const EmojiPicker = lazy(() => import("./emoji-picker.tsx"))

export function EmojiButton({ disabled, onPick }: { disabled: boolean; onPick: (sign: string) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} position="top-end" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <Tooltip label={t`Emoji`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            disabled={disabled}
            aria-label={t`Insert emoji`}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <IconMoodSmile size={20} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<Skeleton width={296} height={250} className="later" />}>
          {open && (
            <EmojiPicker
              onPick={sign => {
                setOpen(false)
                onPick(sign)
              }}
            />
          )}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
