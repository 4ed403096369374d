// A tier up by a written command, as the visitor and both agents see it.

import { PEOPLE } from "../support/agent.ts"
import { expect, test } from "../support/test.ts"

test("escalate_from_the_front_desk_brings_a_technician", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("My router restarts every hour")
  await nora.accept()
  await nora.write("I am on it")
  await expect(lena.line("I am on it")).toBeVisible()
  const henrik = await agent(PEOPLE.henrik)
  await nora.write("/escalate technical restarted twice, cable is fine")
  await expect(lena.main).toContainText("One of our technicians takes over from here")
  await expect(lena.main).not.toContainText("restarted twice")
  await henrik.accept()
  await henrik.write("Let me look at your line")
  await expect(lena.line("Let me look at your line")).toBeVisible()
  await expect(lena.main).toContainText("Henrik")
})
