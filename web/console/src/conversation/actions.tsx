// Buttons for what the server allows. One that is off stays where it is and says why.

import type { Action, AllowedAction } from "@baton/protocol"
import { Button, type ButtonProps, Menu, Tooltip } from "@mantine/core"
import { type ReactNode, useId } from "react"
import { offInWords } from "../server-words/off.ts"
import styles from "./actions.module.css"

export function allowed(actions: readonly AllowedAction[], action: Action): AllowedAction | undefined {
  return actions.find(one => one.action === action)
}

interface ActionButtonProps extends ButtonProps {
  /** Nothing is shown where the action makes no sense. */
  action: AllowedAction | undefined
  /** What it does, where the label does not say it all. */
  hint?: string
  onClick: () => void
  children: ReactNode
}

export function ActionButton({ action, hint, onClick, children, ...button }: ActionButtonProps) {
  const id = useId()
  if (!action) return null
  const off = offInWords(action.off)
  return (
    <Tooltip label={off ?? hint} disabled={!off && !hint}>
      <Button
        {...button}
        aria-disabled={off ? true : undefined}
        data-disabled={off ? true : undefined}
        aria-describedby={off ? id : undefined}
        onClick={event => (off ? event.preventDefault() : onClick())}
      >
        {children}
        {off && (
          <span id={id} className="hidden">
            {off}
          </span>
        )}
      </Button>
    </Tooltip>
  )
}

interface ActionItemProps {
  action: AllowedAction | undefined
  onClick: () => void
  children: string
}

/** The same as an entry of a menu. */
export function ActionItem({ action, onClick, children }: ActionItemProps) {
  if (!action) return null
  return (
    <Menu.Item disabled={action.off !== undefined} onClick={onClick}>
      {children}
      {action.off && <span className={styles.why}>{offInWords(action.off)}</span>}
    </Menu.Item>
  )
}
