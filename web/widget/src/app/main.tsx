// Starts the widget on its page: which workspace, framed or full, and the screen on top.

import { render } from "preact"
import "virtual:tokens.css"
import "./style/widget.css"
import "./style/messages.css"
import "./style/writing.css"
import { Chat } from "./chat.ts"
import { findHost } from "./host.ts"
import { Keeper } from "./memory.ts"
import { watchUnread } from "./unread.ts"
import { App } from "./view/App.tsx"

const workspace = decodeURIComponent(location.pathname.split("/").filter(Boolean).at(-1) ?? "")
const host = findHost()
const keeper = new Keeper(workspace)
const chat = new Chat(workspace, keeper)
if (host?.page) chat.attributes = { page: host.page }

document.documentElement.classList.add(host ? "framed" : "full")
addEventListener("online", () => chat.hurry())
addEventListener("pageshow", () => chat.hurry())
watchUnread(chat, host)

const root = document.getElementById("app")
if (root) render(<App chat={chat} host={host} kept={keeper.lasting} />, root)
