// The fixtures of every test: a server of its own, and people in browsers of their own. A console error or an
// exception on any page fails the test.

import { type BrowserContext, type BrowserContextOptions, test as base } from "@playwright/test"
import { Agent, type Person } from "./agent.ts"
import { Server } from "./server.ts"
import { Visitor } from "./visitor.ts"

export { expect } from "@playwright/test"

interface Cast {
  server: Server
  /** A browser of its own: cookies, storage, windows. */
  browserOf: (options?: BrowserContextOptions) => Promise<BrowserContext>
  /** Somebody who looks for help on the full page. */
  visitor: (options?: BrowserContextOptions) => Promise<Visitor>
  /** Somebody signed in and online. */
  agent: (person: Person, options?: BrowserContextOptions) => Promise<Agent>
}

export const test = base.extend<Cast>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from the pattern
  server: async ({}, use) => {
    const server = await Server.start()
    await use(server)
    await server.stop()
  },
  browserOf: async ({ browser, contextOptions }, use) => {
    const contexts: BrowserContext[] = []
    const errors: Error[] = []
    await use(async options => {
      const context = await browser.newContext({ ...contextOptions, ...options })
      contexts.push(context)
      context.on("weberror", error => errors.push(error.error()))
      return context
    })
    await Promise.all(contexts.map(context => context.close()))
    if (errors[0]) throw errors[0]
  },
  visitor: async ({ browserOf, server }, use) => {
    await use(async options => Visitor.open(await browserOf(options), server))
  },
  agent: async ({ browserOf, server }, use) => {
    await use(async (person, options) => Agent.online(await browserOf(options), server, person))
  },
})
