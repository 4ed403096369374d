// The supervisor's board: what happens shows without a reload, and everything a supervisor may do starts there.

import type { Page } from "@playwright/test"
import { type Agent, PEOPLE } from "../support/agent.ts"
import { expectAccessible } from "../support/axe.ts"
import { changeDocument } from "../support/document.ts"
import { target } from "../support/paths.ts"
import { expect, test } from "../support/test.ts"

/** Opens the board of somebody who is signed in. */
async function openBoard({ page }: Agent) {
  await page.getByRole("link", { name: "Board" }).click()
  const board = page.getByRole("main", { name: "Board" })
  await expect(board.getByRole("table", { name: "Queues" })).toBeVisible()
  const conversations = board.getByRole("region", { name: "Conversations" })
  return {
    board,
    conversations,
    queue: (name: RegExp) => board.getByRole("table", { name: "Queues" }).getByRole("row", { name }),
    agent: (name: RegExp) => board.getByRole("table", { name: "Agents" }).getByRole("row", { name }),
    all: () => conversations.getByText(/^All/).click(),
    row: (name: RegExp) => conversations.getByRole("row", { name }),
  }
}

const item = (page: Page, name: string) => page.getByRole("menuitem", { name })

test("who_waits_is_helped_and_gone_shows_on_the_board_without_a_reload", async ({
  agent,
  server,
  visitor,
}) => {
  await changeDocument(server, { "teams:": "alerts: { waiting: 1 }\nteams:" })
  const ines = await agent(PEOPLE.ines)
  await ines.setStatus("Away")
  const { board, conversations, queue, agent: agentRow, all, row } = await openBoard(ines)
  await expect(board.getByText("Nothing is over a limit")).toBeVisible()
  await expect(conversations.getByText("No conversations")).toBeVisible()
  await all()

  const lena = await visitor()
  await lena.write("My parcel has not come")
  await expect(row(/Waiting/)).toBeVisible()
  await board.getByRole("button", { name: /^\d+ alert/ }).click()
  await expect(item(ines.page, "Somebody waits and nobody is online")).toBeVisible()
  await ines.page.keyboard.press("Escape")

  const nora = await agent(PEOPLE.nora)
  await nora.accept()
  await expect(row(/Nora Albrecht/)).toBeVisible()
  await expect(agentRow(/Nora Albrecht.*Online.*1\/\d/)).toBeVisible()
  await expect(queue(/Front desk.*100 %/)).toBeVisible()
  await expect(board.getByText("Nothing is over a limit")).toBeVisible()
})

test("a_supervisor_climbs_the_ladder_beside_the_board", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("My parcel has not come")
  await nora.accept()
  const ines = await agent(PEOPLE.ines)
  const { conversations, all, row } = await openBoard(ines)
  await all()

  await row(/Nora Albrecht/)
    .getByRole("button", { name: /^Observe/ })
    .click()
  await expect(row(/1 supervisor/)).toBeVisible()

  // It opens beside the board, where the ladder goes on.
  await row(/Nora Albrecht/).click()
  const beside = ines.page.getByRole("complementary", { name: "Opened conversation" })
  await expect(beside.getByRole("region", { name: "Assist" })).toContainText("You are observing")
  const how = beside.getByRole("radiogroup", { name: "How you are there" })
  await how.getByText("Whisper").click()
  await expect(nora.conversation.getByRole("region", { name: "Supervisor" })).toContainText("is whispering")
  await how.getByText("Join").click()
  const join = ines.page.getByRole("dialog", { name: "Join the visitor's chat?" })
  await join.getByRole("button", { name: "Join" }).click()
  await expect(lena.line(/Ines/)).toBeVisible()
  await beside.getByRole("button", { name: "Take over" }).click()
  await expect(row(/Ines Duarte/)).toBeVisible()
  await beside.getByRole("button", { name: "Hand back" }).click()
  await expect(row(/Nora Albrecht/)).toBeVisible()
  await expect(conversations).toBeVisible()
})

test("a_supervisor_puts_back_assigns_and_closes_from_the_board", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  const lena = await visitor()
  await lena.write("My parcel has not come")
  await nora.accept()
  const ines = await agent(PEOPLE.ines)
  // Else it would be offered to her, and be hers to answer.
  await ines.setStatus("Away")
  const { conversations, all, row } = await openBoard(ines)
  await all()
  const actions = async (name: string) => {
    await row(/Visitor/)
      .getByRole("button", { name: /^Actions for/ })
      .click()
    await item(ines.page, name).click()
  }
  await actions("Put back in queue")
  await expect(row(/Waiting|Nora/)).toBeVisible()
  const tomas = await agent(PEOPLE.tomas)
  await actions("Assign…")
  const assign = ines.page.getByRole("dialog", { name: "Assign conversation" })
  await assign.getByRole("combobox", { name: "Agent" }).click()
  await ines.page.getByRole("option", { name: /Tomás Rivera/ }).click()
  await assign.getByRole("button", { name: "Assign" }).click()
  await expect(row(/Tomás Rivera/)).toBeVisible()
  await expect(tomas.item(/Visitor/)).toHaveCount(1)

  await actions("Close…")
  const close = ines.page.getByRole("dialog", { name: "Close conversation?" })
  await close.getByRole("button", { name: "Close for everybody" }).click()
  await expect(conversations.getByText("No conversations")).toBeVisible()
})

test("a_raised_hand_stands_first_and_an_agent_has_no_board", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  await expect(nora.page.getByRole("link", { name: "Board" })).toHaveCount(0)
  const lena = await visitor()
  await lena.write("I want my money back")
  await nora.accept()
  const ines = await agent(PEOPLE.ines)
  const { row, conversations } = await openBoard(ines)
  await expect(conversations.getByText("Nothing at risk")).toBeVisible()
  await nora.button("More actions").click()
  await item(nora.page, "Raise hand…").click()
  await nora.page.getByRole("dialog").getByRole("button", { name: "Raise hand" }).click()
  await expect(row(/Hand raised/)).toBeVisible()
})

const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]

test("the_board_is_accessible_and_pictured_in_light_and_dark", async ({ agent, visitor }) => {
  const nora = await agent(PEOPLE.nora)
  for (const text of ["My parcel has not come", "Which size fits?", "The lamp flickers"]) {
    const one = await visitor()
    await one.write(text)
  }
  await nora.accept()
  const ines = await agent(PEOPLE.ines)
  const { all } = await openBoard(ines)
  await all()
  for (const scheme of ["light", "dark"] as const) {
    await ines.page.emulateMedia({ colorScheme: scheme })
    for (const size of sizes) {
      await ines.page.setViewportSize(size)
      await expectAccessible(ines.page)
      await ines.page.screenshot({ path: `${target}/screens/board-${scheme}-${size.width}.png` })
    }
  }
})
