// The workspace in the address: one of those the account is in, with its desk connected as long as one stays.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Navigate, useParams } from "@tanstack/react-router"
import { useSession } from "../session/session.ts"
import { Message } from "../ui/message.tsx"
import { DeskProvider } from "./desk-context.tsx"
import { Frame } from "./frame.tsx"

export function WorkspacePlace() {
  const { data: session } = useSession()
  const { workspace } = useParams({ strict: false })
  const membership = session?.workspaces.find(one => one.key === workspace)
  if (!session) return null
  if (!membership) return <Start />
  return (
    <DeskProvider key={membership.key} workspace={membership.key}>
      <Frame session={session} membership={membership} />
    </DeskProvider>
  )
}

/** No workspace in the address, or one the account is not in: on to the first. */
export function Start() {
  const { data: session } = useSession()
  const first = session?.workspaces[0]
  if (!session) return null
  if (first) return <Navigate to="/$workspace" params={{ workspace: first.key }} replace />
  return (
    <Message title={t`You are in no workspace`}>
      <Trans>
        {session.account.email} can sign in, but is no agent yet. Ask an administrator to add you to a
        workspace.
      </Trans>
    </Message>
  )
}
