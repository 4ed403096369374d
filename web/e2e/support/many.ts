// Many visitors at once, without a browser each: they ask over the API, as the widget does.

import { request } from "@playwright/test"
import { type Server, WORKSPACE } from "./server.ts"

export interface Asker {
  name: string
  text: string
  /** What the page around knows. */
  attributes?: Record<string, string>
}

/** One after the other, so that they stand in this order. */
export async function manyAsk(server: Server, askers: readonly Asker[]): Promise<void> {
  const api = await request.newContext({ baseURL: `${server.url}/api/v1/workspaces/${WORKSPACE}/` })
  for (const { name, text, attributes } of askers) {
    const { token } = (await (await api.post("visitors", { data: {} })).json()) as { token: string }
    const opened = await api.post("conversations", {
      headers: { authorization: `Bearer ${token}` },
      data: { message: { text }, attributes: { name, ...attributes } },
    })
    if (!opened.ok()) throw new Error(await opened.text())
  }
  await api.dispose()
}
