// The admin pages: the way to each on the left, the draft's bar on top, one section below. Only administrators
// get further than the door; the server holds everybody to that.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { IconLock } from "@tabler/icons-react"
import { type ComponentType, lazy, Suspense } from "react"
import { useDesk } from "../../desk/desk-context.tsx"
import { Message } from "../../ui/message.tsx"
import { DraftBar } from "../bar/draft-bar.tsx"
import { DraftProvider, useDocumentInForce } from "../draft/draft-context.tsx"
import styles from "./admin-page.module.css"
import { useAdminPlace } from "./place.ts"
import { SectionNav } from "./section-nav.tsx"
import { sections } from "./sections.ts"
import { Waiting } from "./waiting.tsx"

const loaded = new Map<string, ComponentType>(sections.map(({ path, load }) => [path, lazy(load)]))

export default function AdminPage() {
  const you = useDesk(desk => desk.you)
  if (!you) return <Waiting />
  if (!you.roles.includes("admin")) {
    return (
      <Message title={t`This is for administrators`} icon={<IconLock size={28} stroke={1.5} />}>
        <Trans>
          Teams, queues and messages are set up here. Ask an administrator of your workspace if something
          should be different.
        </Trans>
      </Message>
    )
  }
  return <Administration />
}

function Administration() {
  const { section } = useAdminPlace()
  const { data, isError, refetch } = useDocumentInForce()
  if (isError) {
    return (
      <Message
        title={t`The workspace's document cannot be read`}
        action={
          <Button onClick={() => void refetch()}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        <Trans>The server did not answer. Nothing of yours is lost.</Trans>
      </Message>
    )
  }
  if (!data) return <Waiting />
  const Section = loaded.get(section) ?? loaded.get("agents")
  return (
    <DraftProvider inForce={data}>
      <div className={styles.page}>
        <SectionNav here={loaded.has(section) ? section : "agents"} />
        <div className={styles.middle}>
          <DraftBar />
          <main className={styles.content}>
            <Suspense fallback={<Waiting />}>{Section && <Section />}</Suspense>
          </main>
        </div>
      </div>
    </DraftProvider>
  )
}
