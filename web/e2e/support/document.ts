// Changes the workspace document of a running server, as an administrator would over the API.

import { request } from "@playwright/test"
import { PEOPLE } from "./agent.ts"
import { type Server, WORKSPACE } from "./server.ts"

/** Puts the demo's document in force with some of its text replaced. */
export async function changeDocument(server: Server, replace: Record<string, string>): Promise<void> {
  const api = await request.newContext({ baseURL: server.url, extraHTTPHeaders: { origin: server.url } })
  const { email } = PEOPLE.henrik
  const session = await api.post("/api/v1/session", {
    data: { email, password: await server.password(email) },
  })
  const { csrf } = (await session.json()) as { csrf: string }
  const address = `/api/v1/workspaces/${WORKSPACE}/document`
  let { yaml } = (await (await api.get(address)).json()) as { yaml: string }
  for (const [from, to] of Object.entries(replace)) {
    if (!yaml.includes(from)) throw new Error(`the demo's document does not say ${from}`)
    yaml = yaml.replace(from, to)
  }
  const answer = await api.put(address, { headers: { "x-baton-csrf": csrf }, data: { yaml } })
  if (!answer.ok()) throw new Error(await answer.text())
  await api.dispose()
}
