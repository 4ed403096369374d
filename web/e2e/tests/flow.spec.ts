// The path of one conversation, live and afterwards.

import { PEOPLE } from "../support/agent.ts"
import { expect, test } from "../support/test.ts"

test("the_flow_shows_every_step_with_its_reasons_while_the_conversation_runs", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const henrik = await agent(PEOPLE.henrik)
  const lena = await visitor()
  await lena.write("My router restarts every hour")
  await nora.accept()
  await nora.write("/escalate technical restarted twice")
  await henrik.accept()
  await henrik.page.getByRole("button", { name: "Flow" }).click()
  const flow = henrik.page.getByRole("dialog", { name: /^Flow of/ })
  const steps = flow.getByRole("list", { name: "Steps" })
  await expect(steps.getByRole("listitem").filter({ hasText: "escalated to A technician" })).toBeVisible()
  const offer = steps.getByRole("listitem").filter({ hasText: /^.*Offered to Henrik/ })
  await offer.getByRole("button", { name: "Why?" }).click()
  await expect(offer).toContainText("Henrik Sørensen was the best of 1 who could take it")
  await expect(flow.getByRole("img", { name: /path to scale/ })).toBeVisible()
  for (const lane of ["Front desk", "Nora Albrecht", "Technical support", "Henrik Sørensen"]) {
    await expect(flow.getByText(lane, { exact: true }).first()).toBeVisible()
  }
  const moves = flow.getByRole("list", { name: "Moves" }).getByRole("listitem")
  await expect(moves.filter({ hasText: "Escalation from Nora Albrecht to Technical support" })).toContainText(
    "completed",
  )
  const before = await steps.getByRole("listitem").count()
  await lena.button("End chat").click()
  await lena.page.getByRole("dialog").getByRole("button", { name: "End chat" }).click()
  await expect.poll(() => steps.getByRole("listitem").count()).toBeGreaterThan(before)
  await expect(steps).toContainText("closed")

  // On paper there is nothing but the flow.
  await henrik.page.emulateMedia({ media: "print" })
  await henrik.page.setViewportSize({ width: 794, height: 1123 })
  await expect(steps).toBeVisible()
  await expect(flow.getByRole("img", { name: /path to scale/ })).toBeVisible()
  await expect(flow.getByRole("button", { name: "Print" })).toBeHidden()
  await expect(flow.getByRole("button", { name: "Close dialog" })).toBeHidden()
  await expect(henrik.inbox).toBeHidden()
})
