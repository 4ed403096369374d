// What is held of a visitor: taken along and read again, then erased, and gone wherever it could be read.

import { PEOPLE } from "../support/agent.ts"
import { asStaff } from "../support/api.ts"
import { expectAccessible } from "../support/axe.ts"
import { bytesOf } from "../support/files.ts"
import { handled } from "../support/reports.ts"
import { type Server, WORKSPACE } from "../support/server.ts"
import { expect, test } from "../support/test.ts"

interface Export {
  visitor: string
  conversations: { transcript: { kind: string; text?: string }[] }[]
}

const figuresOf = (server: Server): Promise<unknown> =>
  asStaff(server, PEOPLE.ines, async api => [
    await (await api.get("reports/conversations")).json(),
    await (await api.get("reports/tier-handled-vs-escalated?tier=1")).json(),
  ])

for (const colorScheme of ["light", "dark"] as const) {
  test(`a_visitor_is_exported_and_erased_and_figures_stay_${colorScheme}`, async ({
    agent,
    visitor,
    server,
  }) => {
    const nora = await agent(PEOPLE.nora)
    const lena = await visitor()
    await handled(nora, lena, "My name is Lena and I live in Heliotrope Street")

    const { page } = await agent(PEOPLE.henrik, { colorScheme })
    await page.goto(`${server.url}/console/#/${WORKSPACE}/search`)
    const search = page.getByRole("region", { name: "Search" })
    await search.getByRole("searchbox", { name: "Search conversations" }).fill("heliotrope")
    const found = search.getByRole("listbox", { name: "Conversations found" })
    await expect(found.getByRole("option")).toHaveCount(1)
    await found.getByRole("option").click()
    const preview = page.getByRole("region", { name: "Preview" })
    await preview.getByRole("tab", { name: "Metadata" }).click()
    const data = preview.getByRole("region", { name: "Visitor's data" })

    await data.getByRole("button", { name: "Export data" }).click()
    const download = page.waitForEvent("download")
    await page.getByRole("menuitem", { name: "To hand out to the visitor" }).click()
    const exported = JSON.parse(new TextDecoder().decode(await bytesOf(await download))) as Export
    const said = exported.conversations.flatMap(({ transcript }) => transcript.map(({ text }) => text))
    expect(said).toContain("My name is Lena and I live in Heliotrope Street")

    const before = await figuresOf(server)
    await data.getByRole("button", { name: "Erase…" }).click()
    const dialog = page.getByRole("dialog", { name: "Erase this visitor" })
    await expect(dialog.getByRole("button", { name: "Erase" })).toBeDisabled()
    await expectAccessible(page)
    await dialog.getByRole("textbox", { name: /^Type/ }).fill(exported.visitor)
    await dialog.getByRole("button", { name: "Erase" }).click()
    await expect(dialog).toBeHidden()
    await expect(search).not.toContainText("Heliotrope")
    await expect(data.getByRole("status")).toContainText(/Erased.*2 texts, 0 files/)
    await expectAccessible(page)

    await preview.getByRole("tab", { name: "Transcript" }).click()
    const transcript = preview.getByRole("log", { name: "Transcript" })
    await expect(transcript.getByText("Erased", { exact: true })).toHaveCount(2)
    await expect(transcript).not.toContainText("Heliotrope")
    await search.getByRole("searchbox", { name: "Search conversations" }).fill("heliotrop")
    await expect(search.getByRole("heading", { name: "Nothing found" })).toBeVisible()
    expect(await figuresOf(server)).toEqual(before)
  })
}
