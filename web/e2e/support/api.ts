// Somebody of the staff at the server's addresses, signed in as their browser would be.

import { type APIRequestContext, request } from "@playwright/test"
import type { Person } from "./agent.ts"
import { type Server, WORKSPACE } from "./server.ts"

/** Addresses are below the workspace's. */
export async function asStaff<T>(
  server: Server,
  { email }: Person,
  act: (api: APIRequestContext) => Promise<T>,
): Promise<T> {
  const origin = { origin: server.url }
  const door = await request.newContext({ baseURL: server.url, extraHTTPHeaders: origin })
  const session = await door.post("/api/v1/session", {
    data: { email, password: await server.password(email) },
  })
  const { csrf } = (await session.json()) as { csrf: string }
  const api = await request.newContext({
    baseURL: `${server.url}/api/v1/workspaces/${WORKSPACE}/`,
    extraHTTPHeaders: { ...origin, "x-baton-csrf": csrf },
    storageState: await door.storageState(),
  })
  const answer = await act(api)
  await Promise.all([door.dispose(), api.dispose()])
  return answer
}
