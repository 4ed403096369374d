// Changes the workspace document of a running server, as an administrator would over the API.

import { readFile } from "node:fs/promises"
import { request } from "@playwright/test"
import { root } from "./paths.ts"
import { type Server, WORKSPACE } from "./server.ts"

const ADMINISTRATOR = "henrik@northwind.example"

/** Puts the demo's document in force with some of its text replaced. */
export async function changeDocument(server: Server, replace: Record<string, string>): Promise<void> {
  let document = await readFile(`${root}docs/examples/demo.yaml`, "utf8")
  for (const [from, to] of Object.entries(replace)) {
    if (!document.includes(from)) throw new Error(`the demo's document does not say ${from}`)
    document = document.replace(from, to)
  }
  const api = await request.newContext({ baseURL: server.url, extraHTTPHeaders: { origin: server.url } })
  const password = await server.password(ADMINISTRATOR)
  const session = await api.post("/api/v1/session", { data: { email: ADMINISTRATOR, password } })
  const { csrf } = (await session.json()) as { csrf: string }
  const headers = { "x-baton-csrf": csrf, "content-type": "application/yaml" }
  const answer = await api.put(`/api/v1/workspaces/${WORKSPACE}/document`, { headers, data: document })
  if (!answer.ok()) throw new Error(await answer.text())
  await api.dispose()
}
