// Brand, workspace, the agent's own status and room, colour scheme, help and account.

import type { Membership, Session } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { ActionIcon, Menu, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core"
import { IconCheck, IconKeyboard, IconLogout, IconMoon, IconSun, IconUserCircle } from "@tabler/icons-react"
import { pages } from "../pages/pages.ts"
import { useSignOut } from "../session/session.ts"
import { Brand } from "../ui/brand.tsx"
import { useMe } from "./desk-context.tsx"
import { PageLinks } from "./page-links.tsx"
import { PresenceMenu } from "./presence-menu.tsx"
import styles from "./top-bar.module.css"

interface TopBarProps {
  session: Session
  membership: Membership
  onHelp: () => void
}

export function TopBar({ session, membership, onHelp }: TopBarProps) {
  const me = useMe()
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>
        <Brand size={26} />
        <h1 className={styles.workspace}>{membership.name}</h1>
      </span>
      <PageLinks />
      <span className={styles.spring} />
      {me && <Room load={me.load} capacity={me.capacity} />}
      {me && <PresenceMenu me={me} />}
      <span className={styles.tools}>
        <Tooltip label={t`Keyboard help (?)`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t`Keyboard help`}
            onClick={onHelp}
            className={styles.wideOnly}
          >
            <IconKeyboard size={20} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <SchemeToggle />
        <AccountMenu session={session} membership={membership} />
      </span>
    </header>
  )
}

/** As many as are told apart at a glance; a larger capacity is drawn to scale. */
const PLACES = 8

/** Full and empty are drawn only where it is. */
const placesTaken = (load: number, capacity: number, places: number): number =>
  load >= capacity ? places : Math.min(Math.ceil((load / capacity) * places), places - 1)

/** How much of the agent's capacity is in use, as figures and as filled places. */
function Room({ load, capacity }: { load: number; capacity: number }) {
  const places = Array.from({ length: Math.min(capacity, PLACES) }, (_, at) => at)
  const taken = placesTaken(load, capacity, places.length)
  return (
    <Tooltip label={t`${load} of ${capacity} places in use: conversations, offers and wrap-up`}>
      <span className={styles.room}>
        <span aria-hidden="true" className={styles.places}>
          {places.map(at => (
            <span key={at} data-taken={at < taken} />
          ))}
        </span>
        <span className="hidden">{t`Room ${load} of ${capacity}`}</span>
        <span className="figures" aria-hidden="true">
          {load}/{capacity}
        </span>
      </span>
    </Tooltip>
  )
}

function SchemeToggle() {
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme("light") === "dark"
  return (
    <Tooltip label={dark ? t`Change to light` : t`Change to dark`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t`Colour scheme`}
        onClick={() => setColorScheme(dark ? "light" : "dark")}
      >
        {dark ? <IconSun size={20} stroke={1.6} /> : <IconMoon size={20} stroke={1.6} />}
      </ActionIcon>
    </Tooltip>
  )
}

function AccountMenu({ session, membership }: { session: Session; membership: Membership }) {
  const signOut = useSignOut()
  return (
    <Menu width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t`Account`}>
          <IconUserCircle size={22} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <strong className={styles.name}>{session.account.name}</strong>
          <br />
          {session.account.email}
          {session.workspaces.length === 1 && (
            <>
              <br />
              {membership.name}
            </>
          )}
        </Menu.Label>
        {session.workspaces.length > 1 && (
          <>
            <Menu.Divider />
            <Menu.Label>
              <Trans>Workspace</Trans>
            </Menu.Label>
            {session.workspaces.map(one => (
              <Menu.Item
                key={one.key}
                rightSection={one.key === membership.key && <IconCheck size={16} />}
                component="a"
                href={`#/${one.key}`}
              >
                {one.name}
              </Menu.Item>
            ))}
          </>
        )}
        <Menu.Divider />
        {pages
          .filter(page => page.way === "account")
          .map(page => (
            <Menu.Item
              key={page.path}
              leftSection={<page.icon size={16} />}
              component="a"
              href={`#/${membership.key}/${page.path}`}
            >
              {page.name}
            </Menu.Item>
          ))}
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
