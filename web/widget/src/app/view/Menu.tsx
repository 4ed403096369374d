// What is wanted now and then, behind one button: MenuItems.tsx, fetched when it is first opened.

import { useEffect, useRef, useState } from "preact/hooks"
import { t } from "../texts/index.ts"
import { later } from "./Later.tsx"
import type { MenuItemsProps } from "./MenuItems.tsx"
import { Icon } from "./signs.tsx"

const MenuItems = later(async () => (await import("./MenuItems.tsx")).MenuItems)

export function Menu(props: Omit<MenuItemsProps, "done">) {
  const [open, setOpen] = useState(false)
  const around = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const away = ({ target }: Event) => around.current?.contains(target as Node) || setOpen(false)
    document.addEventListener("focusin", away)
    document.addEventListener("pointerdown", away)
    return () => {
      document.removeEventListener("focusin", away)
      document.removeEventListener("pointerdown", away)
    }
  }, [open])

  const done = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is open inside
    <div
      class="menu"
      ref={around}
      onKeyDown={event => {
        if (event.key !== "Escape" || !open) return
        event.preventDefault()
        done()
      }}
    >
      <button
        type="button"
        class="quiet"
        ref={button}
        aria-label={t.more}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && <MenuItems {...props} done={done} />}
    </div>
  )
}
