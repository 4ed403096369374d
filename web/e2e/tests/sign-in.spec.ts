// Who gets in, and how somebody says whether they are there.

import { Agent, fillSignIn, PEOPLE } from "../support/agent.ts"
import { expect, test } from "../support/test.ts"

test("a_wrong_password_says_so_and_lets_nobody_in", async ({ server, browserOf }) => {
  const page = await (await browserOf()).newPage()
  await page.goto(`${server.url}/console/`)
  await fillSignIn(page, PEOPLE.nora.email, "not the password")
  await expect(page.getByRole("alert")).toContainText("E-mail address or password is wrong")
  await fillSignIn(page, "nobody@northwind.example", "not the password")
  await expect(page.getByRole("alert")).toContainText("E-mail address or password is wrong")
  await expect(page.getByRole("heading", { name: "Sign in to Baton" })).toBeVisible()
})

test("a_reload_keeps_the_session_and_signing_out_ends_it", async ({ server, browserOf }) => {
  const nora = await Agent.signIn(await browserOf(), server, PEOPLE.nora)
  await nora.page.reload()
  await expect(nora.inbox).toBeVisible()
  await nora.page.getByRole("button", { name: "Account" }).click()
  await nora.page.getByRole("menuitem", { name: "Sign out" }).click()
  await expect(nora.page.getByRole("heading", { name: "Sign in to Baton" })).toBeVisible()
  await nora.page.reload()
  await expect(nora.page.getByRole("heading", { name: "Sign in to Baton" })).toBeVisible()
})

test("an_agent_who_is_away_gets_no_offers_until_they_are_back", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const tomas = await agent(PEOPLE.tomas)
  await nora.setStatus("Away: Break")
  const lena = await visitor()
  await lena.write("Hello?")
  await expect(tomas.offers).toHaveCount(1)
  await expect(nora.offers).toHaveCount(0)
  await tomas.setStatus("Away")
  await tomas.offers.getByRole("button", { name: "Decline" }).click()
  await nora.setStatus("Online")
  await expect(nora.offers).toHaveCount(1)
})

test("an_agent_who_goes_offline_may_hand_all_over", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Hello?")
  await nora.accept()
  const tomas = await agent(PEOPLE.tomas)
  await nora.page.getByRole("button", { name: /^Status:/ }).click()
  await nora.page.getByRole("menuitem", { name: /^Go offline/ }).click()
  await nora.page.getByRole("dialog").getByRole("button", { name: "Hand all over" }).click()
  await expect(nora.page.getByRole("button", { name: "Status: Offline" })).toBeVisible()
  await tomas.accept()
  await expect(lena.heading("Tomás is with you")).toBeVisible()
})
