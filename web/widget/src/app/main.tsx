// Starts the widget on its page: which workspace, framed or full, in which language, and the screen on top.

import type { Welcome } from "@baton/protocol"
import { render } from "preact"
import "virtual:tokens.css"
import "./style/widget.css"
import "./style/messages.css"
import "./style/writing.css"
import "./style/asking.css"
import { Chat } from "./chat.ts"
import { findHost } from "./host.ts"
import { wear } from "./look.ts"
import { Keeper } from "./memory.ts"
import { watchNews } from "./news.ts"
import { speak } from "./texts/index.ts"
import { App } from "./view/App.tsx"

/** The server writes it into the page. */
const known = JSON.parse(document.getElementById("known")?.textContent ?? "") as Welcome
const { workspace, widget, pipeline } = known
const host = findHost()
const keeper = new Keeper(workspace)

document.documentElement.classList.add(host ? "framed" : "full")
wear(widget)
await Promise.all([
  speak(widget.language),
  window.opener && import("./pop-out.ts").then(({ receiveMemory }) => receiveMemory(keeper)),
])

const { language } = widget
const chat = new Chat(workspace, keeper, { ...(language && { language }), ...(pipeline && { pipeline }) })
if (host?.page) chat.setAttributes({ page: host.page })
chat.refused = ({ code = "" }) => host?.say({ baton: "event", name: "error", detail: { code } })
host?.onMessage(message => {
  if (message.baton === "attributes") chat.setAttributes(message.attributes)
  else if (message.baton === "forget") chat.forget()
  else if (message.baton === "identify") chat.identify(message.identity).catch(chat.refused)
})
addEventListener("online", () => chat.hurry())
addEventListener("pageshow", () => chat.hurry())
watchNews(chat, host, widget.title)

const root = document.getElementById("app")
if (root) render(<App chat={chat} host={host} known={known} keeper={keeper} />, root)
host?.say({ baton: "ready" })
