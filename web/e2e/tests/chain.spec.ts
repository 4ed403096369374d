// The chain guard: whoever hands on too often is warned, then stopped, and a supervisor decides.

import { type Agent, PEOPLE, type Person } from "../support/agent.ts"
import { changeDocument } from "../support/document.ts"
import { expect, test } from "../support/test.ts"

const handOver = async (from: Agent, to: Agent, person: Person) => {
  await from.transfer({ mode: "Cold", to: person.name })
  await to.accept()
}

test("the_second_hop_warns_and_the_policy_blocks_the_third", async ({ server, agent, visitor }) => {
  await changeDocument(server, {
    "chain_policy: supervisor": "chain_policy: block\n  chain_warning: 1\n  chain_limit: 2",
  })
  const first = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Who can help me?")
  await first.accept()
  const second = await agent(PEOPLE.tomas)
  await handOver(first, second, second.person)
  const chain = second.conversation.getByRole("region", { name: "Chain of hand-overs" })
  await expect(chain).toContainText("Handed over once")
  await handOver(second, first, first.person)
  const stopped = first.conversation.getByRole("region", { name: "Chain of hand-overs" })
  await expect(stopped).toContainText("it came back to somebody")
  await expect(stopped).toContainText("It cannot be handed on just so.")
  await expect(first.conversation.getByRole("button", { name: /^Transfer/ })).toBeDisabled()
  await expect(lena.heading(`${first.person.publicName} is with you`)).toBeVisible()
})

test("a_stopped_move_raises_a_hand_and_a_supervisor_allows_it", async ({ server, agent, visitor }) => {
  await changeDocument(server, {
    "chain_policy: supervisor": "chain_policy: supervisor\n  chain_warning: 1\n  chain_limit: 1",
  })
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Who can help me?")
  await nora.accept()
  const tomas = await agent(PEOPLE.tomas)
  await handOver(nora, tomas, PEOPLE.tomas)
  const ines = await agent(PEOPLE.ines)
  await tomas.write("/transfer nora she knows the way")
  const chain = tomas.conversation.getByRole("region", { name: "Chain of hand-overs" })
  await expect(chain).toContainText("The next move waits for a supervisor")
  await ines.item("Hand raised").first().click()
  await ines.button("Allow the move").click()
  await expect(chain).toContainText("The next move is allowed.")
  await tomas.write("/transfer nora she knows the way")
  await nora.accept()
  await expect(lena.heading("Nora is with you")).toBeVisible()
})
