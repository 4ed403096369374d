// Servers die and networks go. What was written stays written, and goes on where it was.

import { PEOPLE } from "../support/agent.ts"
import { expect, test } from "../support/test.ts"

test("a_server_that_dies_and_returns_loses_nothing_and_doubles_nothing", async ({
  server,
  agent,
  visitor,
}) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("Before the crash")
  await nora.accept()
  await nora.write("I am with you")
  await expect(lena.line("I am with you")).toBeVisible()

  await server.kill()
  await expect(lena.main.getByText("Connection lost.")).toBeVisible()
  await expect(nora.page.getByRole("status", { name: "Connection" })).toContainText("The connection is lost")
  await lena.write("While it was down")
  await expect(lena.log.getByText("Sending…")).toBeVisible()

  await server.startAgain()
  await expect(lena.main.getByText("Connection lost.")).toBeHidden()
  await expect(lena.log.getByText("Sending…")).toBeHidden()
  for (const text of ["Before the crash", "I am with you", "While it was down"]) {
    await expect(lena.line(text)).toHaveCount(1)
    await expect(nora.line(text)).toHaveCount(1)
  }
  await nora.write("Here again")
  await expect(lena.line("Here again")).toHaveCount(1)
  await expect(lena.heading("Nora is with you")).toBeVisible()
})

test("a_first_message_written_while_the_server_is_away_is_sent_when_it_is_back", async ({
  server,
  visitor,
}) => {
  const lena = await visitor()
  // The page and its language are there; a server that is away cannot give them.
  await expect(lena.message).toBeVisible()
  await server.kill()
  await lena.write("Is anybody there?")
  await expect(lena.main.getByText("Connection lost.")).toBeVisible()
  await server.startAgain()
  await expect(lena.heading(/Finding somebody for you/)).toBeVisible()
  await expect(lena.line("Is anybody there?")).toHaveCount(1)
})
