// The menu's items: sounds, the chat as a file, a window of its own.

import { useEffect, useRef, useState } from "preact/hooks"
import type { Chat } from "../chat.ts"
import type { Host } from "../host.ts"
import type { Keeper } from "../memory.ts"
import { popOut } from "../pop-out.ts"
import { mute, muted } from "../sound.ts"
import { t } from "../texts/index.ts"
import { download } from "./download.ts"

export interface MenuItemsProps {
  chat: Chat
  host: Host | undefined
  workspace: string
  keeper: Keeper
  /** There is a conversation. */
  begun: boolean
  done: () => void
}

export function MenuItems({ chat, host, workspace, keeper, begun, done }: MenuItemsProps) {
  const [problem, setProblem] = useState("")
  const items = useRef<HTMLDivElement>(null)
  useEffect(() => items.current?.querySelector("button")?.focus(), [])
  const item = (label: string, act: () => void) => (
    <button type="button" class="quiet" onClick={act}>
      {label}
    </button>
  )
  return (
    <div class="items" ref={items}>
      {item(muted() ? t.unmute : t.mute, () => {
        mute(!muted())
        done()
      })}
      {begun && item(t.download, () => download(chat).then(done, () => setProblem(t.failed)))}
      {host &&
        item(t.popOut, () => {
          if (popOut(workspace, keeper)) host.say({ baton: "close" })
          done()
        })}
      <p class="error" role="alert">
        {problem}
      </p>
    </div>
  )
}
