// Signing in, or what the address names.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { RouterProvider } from "@tanstack/react-router"
import { router } from "./router.tsx"
import { useSession } from "./session/session.ts"
import { SignIn } from "./session/sign-in.tsx"
import { Message } from "./ui/message.tsx"

export function App() {
  const session = useSession()
  if (session.data) return <RouterProvider router={router} />
  if (session.data === null) return <SignIn />
  if (session.isError) {
    return (
      <Message
        title={t`Baton cannot be reached`}
        action={
          <Button onClick={() => session.refetch()}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        <Trans>
          The server does not answer. Check your connection; if others are affected too, tell your
          administrator.
        </Trans>
      </Message>
    )
  }
  return null
}
