// The sections of the admin pages: where each stands in the address, what it is called, and the module it is
// loaded from when somebody goes there.

import { t } from "@lingui/core/macro"
import type { ComponentType } from "react"

export interface Section {
  /** The segment behind `admin`; what follows is the section's own. */
  path: string
  name: string
  load: () => Promise<{ default: ComponentType }>
}

export interface SectionGroup {
  name: string
  sections: readonly Section[]
}

export const groups: readonly SectionGroup[] = [
  {
    name: t`People`,
    sections: [
      { path: "agents", name: t`Agents`, load: () => import("../people/agents-page.tsx") },
      { path: "teams", name: t`Teams`, load: () => import("../people/teams-page.tsx") },
      { path: "lists", name: t`Lists`, load: () => import("../people/lists-page.tsx") },
      { path: "skills", name: t`Skills`, load: () => import("../people/skills-page.tsx") },
      { path: "users", name: t`Sign-in`, load: () => import("../access/users-page.tsx") },
    ],
  },
  {
    name: t`Routing`,
    sections: [
      { path: "queues", name: t`Queues`, load: () => import("../queues/queues-page.tsx") },
      { path: "hours", name: t`Hours`, load: () => import("../hours/hours-page.tsx") },
      { path: "pipelines", name: t`Pipelines`, load: () => import("../pipelines/pipelines-page.tsx") },
    ],
  },
  {
    name: t`Words`,
    sections: [
      { path: "messages", name: t`Messages`, load: () => import("../words/messages-page.tsx") },
      { path: "canned", name: t`Canned replies`, load: () => import("../words/canned-page.tsx") },
      { path: "codes", name: t`Reasons and tags`, load: () => import("../words/codes-page.tsx") },
    ],
  },
  {
    name: t`Workspace`,
    sections: [
      { path: "settings", name: t`Settings`, load: () => import("../settings/settings-page.tsx") },
      { path: "widget", name: t`Widget`, load: () => import("../widget/widget-page.tsx") },
      { path: "tokens", name: t`Tokens`, load: () => import("../access/tokens-page.tsx") },
    ],
  },
  {
    name: t`Document`,
    sections: [
      { path: "yaml", name: t`YAML`, load: () => import("../yaml/yaml-page.tsx") },
      { path: "history", name: t`History`, load: () => import("../history/history-page.tsx") },
    ],
  },
]

export const sections: readonly Section[] = groups.flatMap(group => group.sections)
