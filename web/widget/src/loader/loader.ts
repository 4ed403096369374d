// The launcher on a customer's page: a button, and the widget in a frame that is loaded when it is first opened
// (or at once, where a conversation is under way, so that the badge can tell what is unread); and `window.Baton`.
//
// Needs of the page's CSP only `script-src` and `frame-src` for this server: styles are constructed, not inline,
// and the look comes as a module. Takes no room in the page's flow. The frame's end of the talk is
// src/app/host.ts, what a page may call stands in public/baton.d.ts.

import type { Widget } from "@baton/protocol"
import type { BatonApi, BatonCall, BatonEvents, BatonIdentity } from "../../public/baton.d.ts"
import type { FromHost, ToHost } from "../app/host.ts"
import css from "./loader.css?inline"
import { textsOf } from "./texts.ts"

type Listener = (detail: never) => void

const script = document.currentScript as HTMLScriptElement | null
const workspace = script?.dataset.workspace
if (script && workspace) launch(new URL(script.src).origin, workspace, script.dataset)
else console.error("Baton: the loader's script needs data-workspace")

function launch(server: string, workspace: string, { language, pipeline }: DOMStringMap): void {
  const query = new URLSearchParams({ ...(language && { language }), ...(pipeline && { pipeline }) })
  const key = `${encodeURIComponent(workspace)}?${query}`
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

  let texts = textsOf(language)
  let frame: HTMLIFrameElement | undefined
  /** Said to the frame once it listens. */
  let waiting: FromHost[] | undefined = []
  let shown = false
  let unread = 0
  let returnTo: Element | null = null
  const listeners = new Map<string, Set<Listener>>()

  const say = (message: FromHost) => {
    if (waiting) waiting.push(message)
    else frame?.contentWindow?.postMessage(message, server)
  }
  const tell = <E extends keyof BatonEvents>(event: E, detail: BatonEvents[E]) => {
    for (const listener of listeners.get(event) ?? []) listener(detail as never)
  }

  const load = () => {
    if (frame) return
    frame = document.createElement("iframe")
    frame.title = "Chat"
    frame.allow = "clipboard-write; autoplay"
    const fragment = new URLSearchParams({ host: location.origin, page: location.origin + location.pathname })
    frame.src = `${server}/widget/frame/${key}#${fragment}`
    shadow.append(frame)
  }

  const draw = () => {
    root.classList.toggle("shown", shown)
    badge.textContent = unread > 99 ? "99+" : String(unread)
    badge.hidden = unread === 0
    button.setAttribute("aria-label", shown ? texts.close : unread > 0 ? texts.unread(unread) : texts.open)
    button.setAttribute("aria-expanded", String(shown))
  }

  const show = (now: boolean) => {
    if (shown === now) return
    shown = now
    if (now) {
      returnTo = document.activeElement
      load()
    }
    draw()
    say({ baton: now ? "shown" : "hidden" })
    if (now) frame?.focus()
    // Back to what was in use when the page opened the chat; the launcher's own focus shows as its root's.
    else if (returnTo instanceof HTMLElement && returnTo !== document.body && returnTo !== root)
      returnTo.focus()
    else button.focus()
    tell(now ? "open" : "close", undefined)
  }

  const hear = (message: ToHost) => {
    if (message.baton === "close") show(false)
    else if (message.baton === "event") tell(message.name, message.detail as never)
    else if (message.baton === "ready") {
      const due = waiting ?? []
      waiting = undefined
      for (const message of due) say(message)
    } else {
      const changed = unread !== message.unread
      unread = message.unread
      keepTalking(workspace, message.talking)
      draw()
      if (changed) tell("unread", { count: unread })
    }
  }

  button.onclick = () => show(!shown)
  shadow.addEventListener("keydown", event => (event as KeyboardEvent).key === "Escape" && show(false))
  addEventListener("message", (event: MessageEvent<ToHost>) => {
    if (event.origin === server && event.source === frame?.contentWindow) hear(event.data)
  })

  const wear = (look: Partial<Widget>) => {
    texts = textsOf(language ?? look.language)
    root.classList.toggle("left", look.position === "left")
    for (const [name, value] of [
      ["--colour", look.colour],
      ["--on-colour", look.on_colour],
    ] as const)
      if (value) root.style.setProperty(name, value)
    draw()
    document.body.append(root)
    if (wasTalking(workspace)) load()
  }
  // Shown once it has its look, so that it does not change before the eye; without one, in the product's own.
  const look: Promise<{ default: Widget }> = import(/* @vite-ignore */ `${server}/widget/look/${key}`)
  const bodied = new Promise(resolve => {
    if (document.body) resolve(0)
    else addEventListener("DOMContentLoaded", resolve)
  })
  look
    .then(
      ({ default: widget }) => widget,
      () => ({}),
    )
    .then(widget => bodied.then(() => wear(widget)))

  const api: BatonApi = {
    open: () => bodied.then(() => show(true)),
    close: () => show(false),
    identify: ({ id, hash, name, email }: BatonIdentity) => {
      api.setAttributes({ ...(name && { name }), ...(email && { email }) })
      say({ baton: "identify", identity: { id, hash } })
    },
    setAttributes: attributes => say({ baton: "attributes", attributes }),
    forget: () => {
      // What is kept is the frame's to forget.
      load()
      say({ baton: "forget" })
    },
    on: (event, listener) => {
      const known = listeners.get(event) ?? new Set()
      listeners.set(event, known.add(listener))
    },
    off: (event, listener) => listeners.get(event)?.delete(listener),
    push: (...calls) => {
      for (const [name, ...given] of calls) (api[name] as (...given: unknown[]) => void)(...given)
    },
  }
  const before = (window.Baton ?? []) as BatonCall[]
  window.Baton = api
  api.push(...before)
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
