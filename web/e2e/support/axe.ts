// What axe finds on a page; nothing serious or critical may be left.

import AxeBuilder from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

const GRAVE = new Set(["serious", "critical"])

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations
    .filter(({ impact }) => GRAVE.has(impact ?? ""))
    .map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(node => node.html).join("\n  ")}`)
  expect(grave, await page.title()).toEqual([])
}
