// The pages beside the desk: where they stand in the address, who is shown the way, and the module each is
// loaded from when somebody first goes there. What a page may do is the server's to say.

import type { StaffYou } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import {
  type Icon,
  IconChartBar,
  IconLayoutDashboard,
  IconSearch,
  IconSettings,
  IconUserCog,
} from "@tabler/icons-react"
import type { ComponentType } from "react"

export interface Page {
  /** The segment after the workspace, `board`; what follows it in the address is the page's own. */
  path: string
  name: string
  icon: Icon
  /** Whether the top bar leads there, or the menu of one's own account. */
  way: "bar" | "account"
  shownTo: (you: StaffYou) => boolean
  load: () => Promise<{ default: ComponentType }>
}

const oversees = ({ roles }: StaffYou) =>
  roles.some(role => role === "supervisor" || role === "admin" || role === "analyst")

export const pages: readonly Page[] = [
  {
    path: "board",
    name: t`Board`,
    icon: IconLayoutDashboard,
    way: "bar",
    shownTo: oversees,
    load: () => import("../board/board-page.tsx"),
  },
  {
    path: "reports",
    name: t`Reports`,
    icon: IconChartBar,
    way: "bar",
    shownTo: oversees,
    load: () => import("../reports/reports-page.tsx"),
  },
  {
    path: "search",
    name: t`Search`,
    icon: IconSearch,
    way: "bar",
    shownTo: () => true,
    load: () => import("../search/search-page.tsx"),
  },
  {
    path: "admin",
    name: t`Administration`,
    icon: IconSettings,
    way: "bar",
    shownTo: you => you.roles.includes("admin"),
    load: () => import("../admin/page/admin-page.tsx"),
  },
  {
    path: "profile",
    name: t`Profile`,
    icon: IconUserCog,
    way: "account",
    shownTo: () => true,
    load: () => import("../profile/profile-page.tsx"),
  },
]
