// A visitor in a browser of their own, driven by what they can see and name.

import type { BrowserContext, Locator, Page } from "@playwright/test"
import { type Server, WORKSPACE } from "./server.ts"

export class Visitor {
  readonly page: Page
  /** The full page itself, or the widget's frame on a page. */
  readonly main: Locator
  readonly log: Locator
  readonly message: Locator

  constructor(page: Page, within: Pick<Page, "getByRole"> = page) {
    this.page = page
    this.main = within.getByRole("main")
    this.log = this.main.getByRole("log", { name: "Messages" })
    this.message = this.main.getByRole("textbox", { name: "Your message" })
  }

  /** Opens the full page. */
  static async open(context: BrowserContext, server: Server): Promise<Visitor> {
    const page = await context.newPage()
    await page.goto(`${server.url}/visit/${WORKSPACE}`)
    return new Visitor(page)
  }

  async write(text: string): Promise<void> {
    await this.message.fill(text)
    await this.message.press("Enter")
  }

  /** Chooses files: by their path, or of content made here. */
  async attach(...files: (Attachment | string)[]): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser")
    await this.button("Attach files").click()
    const dialog = await chooser
    for (const file of files) await dialog.setFiles(file)
  }

  button(name: string): Locator {
    return this.main.getByRole("button", { name, exact: true })
  }

  heading(name: string | RegExp): Locator {
    return this.main.getByRole("heading", { name })
  }

  /** What the visitor has read so far. */
  line(text: string | RegExp): Locator {
    return this.log.getByText(text)
  }
}

export interface Attachment {
  name: string
  mimeType: string
  buffer: Buffer
}

export const textFile = (name: string, content: string): Attachment => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
})
