// The keys of the console: what each does, the keys it comes with, and those an agent has chosen instead. One place
// for the help sheet, the profile, and whoever listens.

import type { Settings } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { useHotkeys } from "@mantine/hooks"
import { useSettings } from "./desk-context.tsx"

/** As the library that listens calls it. */
const PLUS = "[plus]"

/** `mod` is Ctrl, or Command on a Mac. */
export const SHORTCUTS = {
  palette: { keys: "mod+K", does: t`Palette: everything by name, and what it will do` },
  search: { keys: "mod+shift+F", does: t`Search everything that was said` },
  previous_conversation: { keys: "alt+ArrowUp", does: t`Conversation before` },
  next_conversation: { keys: "alt+ArrowDown", does: t`Next conversation` },
  change_channel: { keys: "alt+N", does: t`Change between reply and note` },
  toggle_inbox: { keys: "[", does: t`Fold or unfold the inbox` },
  toggle_details: { keys: "]", does: t`Fold or unfold the details` },
  help: { keys: "?", does: t`Keyboard help` },
} as const satisfies Record<string, { keys: string; does: string }>

export type Shortcut = keyof typeof SHORTCUTS

/** The keys in force; none where they were taken away. */
export function keysOf(shortcut: Shortcut, { shortcuts }: Settings): string | undefined {
  if (!shortcuts.on) return undefined
  return (shortcuts.keys[shortcut] ?? SHORTCUTS[shortcut].keys) || undefined
}

/** Does it when its keys are pressed: anywhere, or only while nothing is being written. */
export function useShortcut(shortcut: Shortcut, run: () => unknown, { whileWriting = false } = {}): void {
  const keys = keysOf(shortcut, useSettings())
  const handler = () => void run()
  // A sign such as ? or [ may want Shift or AltGr, by the layout of the keyboard.
  const ways =
    keys === undefined ? [] : keys.length === 1 ? [keys, `shift+${keys}`, `mod+alt+${keys}`] : [keys]
  useHotkeys(
    ways.map(way => [way, handler]),
    whileWriting ? [] : undefined,
  )
}

/** The keys that were pressed, as they are kept; none while only Shift, Ctrl or the like are held. */
export function keysPressed(event: {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}): string | undefined {
  if (["Control", "Shift", "Alt", "Meta", "AltGraph", "Dead"].includes(event.key)) return undefined
  const sign = event.key.length === 1 && !/\p{L}/u.test(event.key)
  const parts = [
    (event.ctrlKey || event.metaKey) && "mod",
    event.altKey && "alt",
    // Shift is part of the sign it makes.
    event.shiftKey && !sign && "shift",
    // The sign that joins keys is written out.
    event.key === "+" ? PLUS : event.key.length === 1 ? event.key.toUpperCase() : event.key,
  ]
  return parts.filter(Boolean).join("+")
}

/** As they stand on keys: `["Ctrl", "K"]`. */
export function keysInWords(keys: string): string[] {
  const names: Record<string, string> = {
    mod: t`Ctrl`,
    alt: t`Alt`,
    shift: t`Shift`,
    [PLUS]: "+",
    ArrowUp: "↑",
    ArrowDown: "↓",
    ArrowLeft: "←",
    ArrowRight: "→",
  }
  return keys.split("+").map(key => names[key] ?? key)
}
