// Three tiers: up from one to the next with a reload at every step, and back by the fallback where nobody comes.

import { PEOPLE } from "../support/agent.ts"
import { changeDocument } from "../support/document.ts"
import { expect, test } from "../support/test.ts"

/** Open at every hour, and a short wait for those who find nobody. */
const ALWAYS_OPEN = { "    hours: office\n    out_of_hours: technical\n": "" }
const SHORT_WAIT = { "max_wait: 15m": "max_wait: 4s" }

const STORY = "The whole street has been dark since noon"

test("a_conversation_climbs_three_tiers_and_survives_a_reload_at_every_step", async ({
  server,
  agent,
  visitor,
}) => {
  test.slow()
  await changeDocument(server, ALWAYS_OPEN)
  const nora = await agent(PEOPLE.nora)
  const henrik = await agent(PEOPLE.henrik)
  const mei = await agent(PEOPLE.mei)
  const lena = await visitor()

  await lena.write(STORY)
  await nora.accept()
  await Promise.all([nora.page.reload(), lena.page.reload()])
  await expect(lena.heading("Nora is with you")).toBeVisible()
  await nora.escalate("A technician", "STAFF-ONLY cable is fine")

  await lena.page.reload()
  await expect(lena.heading(/Finding somebody for you/)).toBeVisible()
  await expect(henrik.offers).toHaveCount(1)
  await henrik.page.reload()
  await henrik.accept()
  await expect(henrik.line(STORY)).toBeVisible()
  await Promise.all([henrik.page.reload(), lena.page.reload()])
  await expect(lena.heading("Henrik is with you")).toBeVisible()
  await henrik.escalate("A fault in the network", "STAFF-ONLY two ports are dead")

  await mei.accept()
  await expect(mei.line(STORY)).toBeVisible()
  await mei.page.reload()
  await mei.write("I have put your street onto the other ring")
  await lena.page.reload()
  await expect(lena.line("I have put your street onto the other ring")).toHaveCount(1)
  await expect(lena.line(STORY)).toHaveCount(1)
  await expect(lena.heading("Mei is with you")).toBeVisible()
  await expect(lena.main).not.toContainText("STAFF-ONLY")
})

test("where_nobody_comes_the_fallback_asks_the_same_agent_first", async ({ server, agent, visitor }) => {
  await changeDocument(server, { ...ALWAYS_OPEN, ...SHORT_WAIT })
  const nora = await agent(PEOPLE.nora)
  const henrik = await agent(PEOPLE.henrik)
  const lena = await visitor()
  await lena.write(STORY)
  await nora.accept()
  await nora.escalate("A technician", "cable is fine")
  await henrik.accept()

  await henrik.escalate("A fault in the network", "two ports are dead")
  await expect(lena.heading(/Finding somebody for you/)).toBeVisible()
  await expect(henrik.offers).toHaveCount(1)
  await henrik.accept()
  await expect(lena.heading("Henrik is with you")).toBeVisible()
})
