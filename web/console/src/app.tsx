// Which page: signing in, choosing a workspace, or its desk.

import type { Session } from "@baton/protocol"
import { Button } from "@mantine/core"
import { useCallback } from "react"
import { DeskProvider } from "./desk/desk-context.tsx"
import { go, usePlace } from "./desk/location.ts"
import { Shell } from "./desk/shell.tsx"
import { useSession } from "./session/session.ts"
import { SignIn } from "./session/sign-in.tsx"
import { Message } from "./ui/message.tsx"

export function App() {
  const session = useSession()
  if (session.data) return <Workspace session={session.data} />
  if (session.data === null) return <SignIn />
  if (session.isError) {
    return (
      <Message
        title="Baton cannot be reached"
        action={<Button onClick={() => session.refetch()}>Try again</Button>}
      >
        The server does not answer. Check your connection; if others are affected too, tell your
        administrator.
      </Message>
    )
  }
  return null
}

function Workspace({ session }: { session: Session }) {
  const place = usePlace()
  const found = session.workspaces.find(one => one.key === place.workspace) ?? session.workspaces[0]
  const key = found?.key
  const select = useCallback(
    (id: string | undefined) => go({ ...(key && { workspace: key }), ...(id && { conversation: id }) }),
    [key],
  )
  if (!found) {
    return (
      <Message title="You are in no workspace">
        {session.account.email} can sign in, but is no agent yet. Ask an administrator to add you to a
        workspace.
      </Message>
    )
  }
  const conversation = place.workspace === found.key ? place.conversation : undefined
  return (
    <DeskProvider key={found.key} workspace={found.key}>
      <Shell session={session} membership={found} selected={conversation} select={select} />
    </DeskProvider>
  )
}
