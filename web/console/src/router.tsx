// The addresses of the console: a workspace, its desk with or without a conversation, and the pages beside it.

import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router"
import { DeskPage } from "./desk/desk-page.tsx"
import { Start, WorkspacePlace } from "./desk/workspace-place.tsx"
import { pages } from "./pages/pages.ts"

const root = createRootRoute({ component: Outlet, notFoundComponent: Start })

const start = createRoute({ getParentRoute: () => root, path: "/", component: Start })

const workspace = createRoute({
  getParentRoute: () => root,
  path: "/$workspace",
  component: WorkspacePlace,
})

const desk = createRoute({ getParentRoute: () => workspace, id: "desk", component: DeskPage })
const noConversation = createRoute({ getParentRoute: () => desk, path: "/" })
const conversation = createRoute({ getParentRoute: () => desk, path: "/$conversation" })

const beside = pages.flatMap(page => {
  const component = lazyRouteComponent(page.load)
  return [
    createRoute({ getParentRoute: () => workspace, path: `/${page.path}`, component }).addChildren([]),
    createRoute({ getParentRoute: () => workspace, path: `/${page.path}/$`, component }),
  ]
})

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    workspace.addChildren([desk.addChildren([noConversation, conversation]), ...beside]),
  ]),
  history: createHashHistory(),
  defaultPreload: "intent",
})

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router
  }
}
