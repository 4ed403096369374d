// An agent at their console, driven by what they can see and name.

import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test"
import type { Server } from "./server.ts"
import type { Attachment } from "./visitor.ts"

/** The demo's people, by what they are used for here. */
export const PEOPLE = {
  /** Front desk, tier 1. */
  nora: { name: "Nora Albrecht", publicName: "Nora", email: "nora@northwind.example" },
  /** Front desk, tier 1. */
  tomas: { name: "Tomás Rivera", publicName: "Tomás", email: "tomas@northwind.example" },
  /** Front desk, supervisor of everybody. */
  ines: { name: "Ines Duarte", publicName: "Ines", email: "ines@northwind.example" },
  /** Billing, tiers 1 and 2. */
  priya: { name: "Priya Raman", publicName: "Priya", email: "priya@northwind.example" },
  /** Billing and technical support, tiers 1 and 2. */
  jonas: { name: "Jonas Keller", publicName: "Jonas", email: "jonas@northwind.example" },
  /** Technical support, tier 2, administrator. */
  henrik: { name: "Henrik Sørensen", publicName: "Henrik", email: "henrik@northwind.example" },
  /** Network engineering, tier 3. */
  mei: { name: "Mei Tanaka", publicName: "Mei", email: "mei@northwind.example" },
} as const

export type Person = (typeof PEOPLE)[keyof typeof PEOPLE]

export interface TransferPlan {
  mode: "Warm" | "Cold"
  to: string
  reason?: string
  note?: string
}

export class Agent {
  readonly page: Page
  readonly person: Person
  readonly inbox: Locator
  readonly offers: Locator
  readonly conversation: Locator
  readonly transcript: Locator
  readonly reply: Locator

  constructor(page: Page, person: Person) {
    this.page = page
    this.person = person
    this.inbox = page.getByRole("region", { name: "Inbox" })
    this.offers = this.inbox.getByRole("article", { name: /^Offer from/ })
    this.conversation = page.getByRole("region", { name: /^Conversation with/ })
    this.transcript = page.getByRole("log", { name: "Transcript" })
    this.reply = this.conversation.getByRole("textbox", { name: "Reply" })
  }

  /** Signs in and stays as they were: offline at first. */
  static async signIn(context: BrowserContext, server: Server, person: Person): Promise<Agent> {
    const page = await context.newPage()
    await page.goto(`${server.url}/console/`)
    await fillSignIn(page, person.email, await server.password(person.email))
    const agent = new Agent(page, person)
    await expect(agent.inbox.getByRole("region", { name: "My conversations" })).toBeVisible()
    return agent
  }

  /** Signs in and takes conversations. */
  static async online(context: BrowserContext, server: Server, person: Person): Promise<Agent> {
    const agent = await Agent.signIn(context, server, person)
    await agent.setStatus("Online")
    return agent
  }

  async setStatus(status: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Status:/ }).click()
    await this.page.getByRole("menuitem", { name: status, exact: true }).click()
    await expect(this.page.getByRole("button", { name: `Status: ${status}` })).toBeVisible()
  }

  async accept(): Promise<void> {
    await this.offers.first().getByRole("button", { name: "Accept" }).click()
    await expect(this.conversation).toBeVisible()
  }

  /** Reads an offer before answering it. */
  async read(): Promise<Locator> {
    await this.offers.first().getByRole("button", { name: "Read first" }).click()
    return this.page.getByRole("main").getByRole("region", { name: /^Offer from/ })
  }

  async write(text: string): Promise<void> {
    await this.reply.fill(text)
    await this.reply.press("Enter")
  }

  async attach(...files: Attachment[]): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser")
    await this.button("Attach files").click()
    await (await chooser).setFiles(files)
  }

  async note(text: string): Promise<void> {
    const readers = this.conversation.getByRole("radiogroup", { name: "Who reads it" })
    await readers.getByText("Note").click()
    const note = this.conversation.getByRole("textbox", { name: "Note" })
    await note.fill(text)
    await note.press("Enter")
    await readers.getByText("Reply").click()
  }

  /** By button, with a note. */
  async escalate(way: string, note: string): Promise<void> {
    await this.button("Escalate").click()
    const dialog = this.page.getByRole("dialog", { name: "Escalate conversation" })
    await dialog.getByRole("radio", { name: way }).click()
    await dialog.getByRole("textbox", { name: "Note" }).fill(note)
    await dialog.getByRole("button", { name: /^Escalate/ }).click()
    await expect(dialog).toBeHidden()
  }

  /** Opens the directory, chooses and fills in, but does not send. */
  async planTransfer({ mode, to, reason, note }: TransferPlan): Promise<Locator> {
    await this.button("Transfer").click()
    const dialog = this.page.getByRole("dialog", { name: "Transfer conversation" })
    await dialog.getByRole("option", { name: to, exact: true }).click()
    await dialog.getByRole("radiogroup", { name: "How" }).getByText(mode).click()
    if (reason) {
      await dialog.getByRole("combobox", { name: "Reason" }).click()
      await this.page.getByRole("option", { name: reason }).click()
    }
    if (note) await dialog.getByRole("textbox", { name: "Note" }).fill(note)
    return dialog
  }

  async transfer(plan: TransferPlan): Promise<void> {
    const dialog = await this.planTransfer(plan)
    await dialog.getByRole("button", { name: "Start transfer" }).click()
    await expect(dialog).toBeHidden()
  }

  button(name: string): Locator {
    return this.conversation.getByRole("button", { name, exact: true })
  }

  /** A conversation on the desk, by a name or a word on it. */
  item(text: string | RegExp): Locator {
    return this.inbox.getByRole("listitem").filter({ hasText: text })
  }

  line(text: string | RegExp): Locator {
    return this.transcript.getByText(text)
  }
}

export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail" }).fill(email)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
}
