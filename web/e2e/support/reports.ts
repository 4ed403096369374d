// Conversations to count: each is held at the desk, as people would.

import { expect } from "@playwright/test"
import type { Agent } from "./agent.ts"
import type { Visitor } from "./visitor.ts"

/** The visitor asks, is answered, and ends the chat. */
export async function handled(agent: Agent, visitor: Visitor, question: string): Promise<void> {
  await visitor.write(question)
  await agent.accept()
  await agent.write("Here is how")
  await expect(visitor.line("Here is how")).toBeVisible()
  await endChat(visitor)
}

/** The visitor asks, is passed on to the technicians, and ends the chat there. */
export async function escalated(
  agent: Agent,
  technician: Agent,
  visitor: Visitor,
  question: string,
): Promise<void> {
  await visitor.write(question)
  await agent.accept()
  await agent.escalate("A technician", "cable is fine")
  await technician.accept()
  await expect(visitor.heading(`${technician.person.publicName} is with you`)).toBeVisible()
  await endChat(visitor)
}

async function endChat(visitor: Visitor): Promise<void> {
  await visitor.button("End chat").click()
  await visitor.page.getByRole("dialog").getByRole("button", { name: "End chat" }).click()
  await expect(visitor.heading("This chat has ended")).toBeVisible()
}
