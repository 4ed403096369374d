// The launcher on a customer's page: a button, and the widget in a frame that is loaded when it is first opened
// (or at once, where a conversation is under way, so that the badge can tell what is unread).
//
// Needs of the page's CSP only `script-src` and `frame-src` for this server: styles are constructed, not inline.
// Takes no room in the page's flow. The frame's end of the talk is src/app/host.ts.

import type { FromHost, ToHost } from "../app/host.ts"
import css from "./loader.css?inline"

const TEXTS = {
  open: "Chat with us",
  unread: (count: number) => `Chat with us, ${count} unread`,
  close: "Close chat",
  frame: "Chat",
}

const script = document.currentScript as HTMLScriptElement | null
const workspace = script?.dataset.workspace
if (script && workspace) {
  const ready = () => launch(new URL(script.src).origin, workspace)
  if (document.body) ready()
  else addEventListener("DOMContentLoaded", ready)
} else console.error("Baton: the loader's script needs data-workspace")

function launch(server: string, key: string): void {
  const root = document.createElement("div")
  const shadow = root.attachShadow({ mode: "open" })
  const style = new CSSStyleSheet()
  style.replaceSync(css)
  shadow.adoptedStyleSheets = [style]

  const button = document.createElement("button")
  button.type = "button"
  const badge = document.createElement("span")
  badge.setAttribute("aria-hidden", "true")
  button.append(icon(), badge)
  shadow.append(button)
  document.body.append(root)

  let frame: HTMLIFrameElement | undefined
  let shown = false
  let unread = 0

  const say = (message: FromHost) => frame?.contentWindow?.postMessage(message, server)

  const load = () => {
    if (frame) return
    frame = document.createElement("iframe")
    frame.title = TEXTS.frame
    frame.allow = "clipboard-write"
    const fragment = new URLSearchParams({ host: location.origin, page: location.origin + location.pathname })
    frame.src = `${server}/widget/frame/${encodeURIComponent(key)}#${fragment}`
    frame.onload = () => shown && say({ baton: "shown" })
    shadow.append(frame)
  }

  const draw = () => {
    root.classList.toggle("shown", shown)
    badge.textContent = unread > 99 ? "99+" : String(unread)
    badge.hidden = unread === 0
    button.setAttribute("aria-label", shown ? TEXTS.close : unread > 0 ? TEXTS.unread(unread) : TEXTS.open)
    button.setAttribute("aria-expanded", String(shown))
  }

  const show = (now: boolean) => {
    if (shown === now) return
    shown = now
    if (now) load()
    draw()
    say({ baton: now ? "shown" : "hidden" })
    if (now) frame?.focus()
    else button.focus()
  }

  button.onclick = () => show(!shown)
  shadow.addEventListener("keydown", event => (event as KeyboardEvent).key === "Escape" && show(false))
  addEventListener("message", (event: MessageEvent<ToHost>) => {
    if (event.origin !== server || event.source !== frame?.contentWindow) return
    const message = event.data
    if (message.baton === "close") show(false)
    else if (message.baton === "state") {
      unread = message.unread
      keepTalking(key, message.talking)
      draw()
    }
  })
  draw()
  if (wasTalking(key)) load()
}

/** A page may forbid storage; then the frame is loaded when it is opened. */
function wasTalking(key: string): boolean {
  try {
    return localStorage.getItem(`baton.talking.${key}`) !== null
  } catch {
    return false
  }
}

function keepTalking(key: string, talking: boolean): void {
  try {
    if (talking) localStorage.setItem(`baton.talking.${key}`, "1")
    else localStorage.removeItem(`baton.talking.${key}`)
  } catch {
    // Nothing to keep it in.
  }
}

function icon(): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path")
  svg.setAttribute("viewBox", "0 0 24 24")
  svg.setAttribute("aria-hidden", "true")
  path.setAttribute("d", "M4 5h16v11H10l-5 4v-4H4zM8.500 12.500 11 8.500M13 12.500l2.500-4")
  svg.append(path)
  return svg
}
