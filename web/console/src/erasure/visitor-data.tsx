// What an administrator may do with all that is held of a visitor: take it along, or have it erased. Shows what has
// become of that; anybody else sees nothing here.

import type { VisitorErasure } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Plural, Trans } from "@lingui/react/macro"
import { Button, Group, Menu } from "@mantine/core"
import { IconDownload, IconEraser } from "@tabler/icons-react"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useDesk, useDeskContext } from "../desk/desk-context.tsx"
import { errorInWords } from "../server-words/problems.ts"
import { http } from "../session/session.ts"
import { Moment } from "../ui/times.tsx"
import { EraseDialog } from "./erase-dialog.tsx"
import styles from "./visitor-data.module.css"

/** Between two looks at an erasure that is under way; the server waits a little itself. */
const LOOK_MS = 2_000

export function VisitorData({ visitor }: { visitor: string }) {
  const isAdmin = useDesk(desk => desk.you?.roles.includes("admin") ?? false)
  return isAdmin ? <Held visitor={visitor} /> : null
}

function Held({ visitor }: { visitor: string }) {
  const { base } = useDeskContext()
  const [asking, setAsking] = useState(false)
  const erasure = useQuery({
    queryKey: ["erasure", base, visitor],
    queryFn: ({ signal }) => http.get<VisitorErasure>(`${base}/visitors/${visitor}/erasure`, signal),
    refetchInterval: ({ state }) => state.data?.state === "pending" && LOOK_MS,
  })
  return (
    <section className={styles.data} aria-label={t`Visitor's data`}>
      <h3 className={styles.title}>
        <Trans>Visitor's data</Trans>
      </h3>
      {erasure.isError && <p className={styles.state}>{errorInWords(erasure.error)}</p>}
      {erasure.data?.state === "none" && (
        <Group gap="xs">
          <Export visitor={visitor} />
          <Button
            variant="default"
            size="xs"
            leftSection={<IconEraser size={16} aria-hidden="true" />}
            onClick={() => setAsking(true)}
          >
            <Trans>Erase…</Trans>
          </Button>
        </Group>
      )}
      {erasure.data && erasure.data.state !== "none" && <Fate erasure={erasure.data} />}
      {asking && <EraseDialog visitor={visitor} onClose={() => setAsking(false)} />}
    </section>
  )
}

function Fate({ erasure }: { erasure: VisitorErasure }) {
  const { completed_at, erased } = erasure
  return (
    <p className={styles.state} role="status">
      {completed_at && erased ? (
        <>
          <Trans>
            Erased <Moment at_ms={Date.parse(completed_at)} />:
          </Trans>{" "}
          <Plural value={erased.texts} one="# text" other="# texts" />,{" "}
          <Plural value={erased.files} one="# file" other="# files" />
        </>
      ) : (
        <Trans>Is being erased; nothing more is taken from this visitor.</Trans>
      )}
    </p>
  )
}

function Export({ visitor }: { visitor: string }) {
  const { base } = useDeskContext()
  const address = `${base}/visitors/${visitor}/export`
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconDownload size={16} aria-hidden="true" />}>
          <Trans>Export data</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={address} download>
          <Trans>To hand out to the visitor</Trans>
        </Menu.Item>
        <Menu.Item component="a" href={`${address}?view=internal`} download>
          <Trans>Everything, with the staff's notes</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
