// A supervisor helps without taking over: the ladder from observing to taking over, and back.

import { PEOPLE } from "../support/agent.ts"
import { expect, test } from "../support/test.ts"

test("a_raised_hand_brings_a_supervisor_who_whispers_joins_takes_over_and_hands_back", async ({
  agent,
  visitor,
}) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("I want my money back, all of it")
  await nora.accept()
  const ines = await agent(PEOPLE.ines)

  await nora.button("More actions").click()
  await nora.page.getByRole("menuitem", { name: "Raise hand…" }).click()
  const raise = nora.page.getByRole("dialog", { name: "Ask for a supervisor?" })
  await raise.getByRole("textbox", { name: "Note" }).fill("STAFF-ONLY may I pay this out?")
  await raise.getByRole("button", { name: "Raise hand" }).click()
  await expect(nora.conversation.getByRole("region", { name: "Raised hand" })).toContainText("STAFF-ONLY")

  await ines.item("Hand raised").getByRole("button").click()
  await ines.button("Take the hand").click()
  await expect(nora.conversation.getByRole("region", { name: "Supervisor" })).toContainText("is whispering")
  await ines.conversation.getByRole("tab", { name: "Whisper" }).click()
  await ines.conversation.getByRole("textbox", { name: "Whisper" }).fill("STAFF-ONLY up to fifty euros")
  await ines.conversation.getByRole("button", { name: "Whisper", exact: true }).click()
  await nora.conversation.getByRole("tab", { name: /Whisper/ }).click()
  await expect(nora.conversation.getByRole("log", { name: "Whispers" })).toContainText("up to fifty euros")
  await nora.conversation.getByRole("tab", { name: "Chat" }).click()
  await expect(lena.main).not.toContainText("Ines")

  await ines.conversation.getByRole("radiogroup", { name: "How you are there" }).getByText("Join").click()
  const join = ines.page.getByRole("dialog", { name: "Join the visitor's chat?" })
  await join.getByRole("button", { name: "Join" }).click()
  await expect(lena.line(/Ines/)).toBeVisible()
  await ines.conversation.getByRole("tab", { name: "Chat" }).click()
  await ines.write("I can help with that")
  await expect(lena.line("I can help with that")).toBeVisible()

  await ines.button("Take over").click()
  await expect(lena.heading("Ines is with you")).toBeVisible()
  await ines.button("Hand back").click()
  await expect(lena.heading("Nora is with you")).toBeVisible()
  await expect(lena.main).not.toContainText("STAFF-ONLY")
})

test("whoever_observes_is_not_seen_by_the_visitor_and_leaves_without_a_word", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Hello?")
  await nora.accept()
  const ines = await agent(PEOPLE.ines)
  await ines.inbox.getByRole("region", { name: "Supervised" }).getByRole("button").first().click()
  await ines.button("More actions").click()
  await ines.page.getByRole("menuitem", { name: "Observe" }).click()
  await expect(ines.conversation.getByRole("region", { name: "Assist" })).toContainText("You are observing")
  await ines.button("Leave").click()
  await expect(ines.conversation.getByRole("region", { name: "Assist" })).toHaveCount(0)
  await nora.write("Good morning")
  await expect(lena.line("Good morning")).toBeVisible()
  await expect(lena.main).not.toContainText("Ines")
})
