// The ways from the desk to the pages beside it and back: tabs where there is room, else a menu.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Menu } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { IconChevronDown, IconInbox } from "@tabler/icons-react"
import { useLocation } from "@tanstack/react-router"
import { pages } from "../pages/pages.ts"
import { useDesk } from "./desk-context.tsx"
import styles from "./page-links.module.css"

export function PageLinks() {
  const roomy = useMediaQuery("(min-width: 900px)", true, { getInitialValueInEffect: false })
  const [, workspace, segment] = useLocation().pathname.split("/")
  const you = useDesk(desk => desk.you)
  const shown = you ? pages.filter(page => page.way === "bar" && page.shownTo(you)) : []
  const here = pages.find(page => page.path === segment)?.path ?? "desk"
  // From a page of one's own account there has to be a way back.
  if (shown.length === 0 && here === "desk") return null

  const desk = { key: "desk", to: `#/${workspace}`, name: t`Desk`, Icon: IconInbox }
  const ways = [
    desk,
    ...shown.map(({ path, name, icon }) => ({ key: path, to: `#/${workspace}/${path}`, name, Icon: icon })),
  ]
  if (!roomy) {
    return (
      <Menu width={220}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            className={styles.menu}
            rightSection={<IconChevronDown size={16} />}
          >
            <Trans>Pages</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {ways.map(({ key, to, name, Icon }) => (
            <Menu.Item key={key} component="a" href={to} leftSection={<Icon size={18} stroke={1.6} />}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    )
  }
  return (
    <nav aria-label={t`Pages`} className={styles.links}>
      {ways.map(({ key, to, name, Icon }) => (
        <a key={key} href={to} className={styles.link} aria-current={key === here ? "page" : undefined}>
          <Icon size={18} stroke={1.6} aria-hidden="true" />
          {name}
        </a>
      ))}
    </nav>
  )
}
