// The workspace's look on this page: its theme, and its colour wherever the widget's own teal would stand.

import type { Widget } from "@baton/protocol"

export function wear({ theme, colour, on_colour }: Widget): void {
  const { classList, style } = document.documentElement
  if (theme !== "system") classList.add(theme)
  if (!colour || !on_colour) return
  // Away from what stands on it, so that hovering takes nothing from the contrast.
  const away = on_colour === "#ffffff" ? "#000000" : "#ffffff"
  style.setProperty("--b-teal-fill", colour)
  style.setProperty("--b-on-teal", on_colour)
  style.setProperty("--b-teal-fill-hover", `color-mix(in srgb, ${colour} 85%, ${away})`)
  // Whether it can be read on a surface nobody knows: there the text's own colour stands.
  classList.add("coloured")
}
