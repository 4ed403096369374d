// Puts the conversation on screen into a file of the visitor's.

import type { Chat } from "../chat.ts"

export async function download(chat: Chat): Promise<void> {
  const text = await chat.transcript()
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }))
  link.download = `chat-${new Date().toISOString().slice(0, 10)}.txt`
  link.click()
  URL.revokeObjectURL(link.href)
}
