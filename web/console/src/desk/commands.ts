// Asking the server for something: sends, waits for the reply, and says so when the answer is no.

import { type Audience, ProblemError, type Sent, type StaffCommand } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { notifications } from "@mantine/notifications"
import { useCallback, useState } from "react"
import { problemInWords } from "../server-words/problems.ts"
import { useDeskContext } from "./desk-context.tsx"

export interface Attachment {
  id: string
  name: string
  bytes: number
  media_type: string
}

export interface Post {
  conversation: string
  audience: Audience
  text: string
  files: readonly Attachment[]
}

/** Sends commands; a refusal becomes a toast and answers `undefined`. `busy` is the type under way. */
export function useCommands() {
  const { connection } = useDeskContext()
  const [busy, setBusy] = useState<StaffCommand["type"]>()
  const run = useCallback(
    async (command: StaffCommand): Promise<Sent | undefined> => {
      setBusy(command.type)
      try {
        return await connection.command(command).done
      } catch (error) {
        tellRefused(error)
        return undefined
      } finally {
        setBusy(undefined)
      }
    },
    [connection],
  )
  return { run, busy }
}

/** Posts a message that shows at once; a refused one stays in the transcript with its reason. */
export function usePost() {
  const { desk, connection } = useDeskContext()
  return useCallback(
    (post: Post, again?: string) => {
      const { conversation, audience, text, files } = post
      const message = { text, files: files.map(file => file.id) }
      const { id, done } = connection.command(
        { type: "post_message", conversation, audience, message },
        again,
      )
      desk.posting({ id, at_ms: Date.now(), ...post })
      done.then(
        ({ answer }) => answer.type === "posted" && desk.posted(conversation, id, answer.message),
        (error: unknown) => desk.postRefused(conversation, id, problemOf(error)),
      )
    },
    [desk, connection],
  )
}

export function tellRefused(error: unknown): void {
  const { code, ...said } = problemOf(error)
  const { title, detail } = problemInWords({ code, ...said })
  notifications.show({
    id: `refused-${code}`,
    color: "red",
    title,
    message: detail,
    role: "alert",
    autoClose: 8_000,
  })
}

function problemOf(error: unknown): { code: string; title: string; detail: string } {
  if (error instanceof ProblemError) return error.problem
  return { code: "internal", title: t`Something went wrong here`, detail: String(error) }
}
