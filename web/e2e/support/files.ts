// What was downloaded, read again: CSV and XLSX as rows of cells, as a spreadsheet would show them, and transcripts.

import { readFile } from "node:fs/promises"
import type { Download, Locator } from "@playwright/test"
import { strFromU8, unzipSync } from "fflate"

export async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(await readFile(await download.path()))
}

/** Fields may be quoted; a quote in one is doubled. */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = strFromU8(bytes).replace(/^\uFEFF/, "")
  const lines = text.split(/\r?\n/).filter(line => line !== "")
  return lines.map(line =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
    ),
  )
}

/** The cells of the first sheet, row by row; where a row has a gap there is "". */
export function readXlsx(bytes: Uint8Array): string[][] {
  const parts = unzipSync(bytes)
  const part = (name: string) => (parts[name] ? strFromU8(parts[name]) : "")
  const shared = [...part("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) => textOf(si))
  const sheet = part("xl/worksheets/sheet1.xml")
  return [...sheet.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = ""]) => {
    const cells: string[] = []
    for (const [, attributes = "", content = ""] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const value = textOf(/<v>(.*?)<\/v>/s.exec(content)?.[1] ?? content)
      cells[columnOf(attributes)] = attributes.includes('t="s"') ? (shared[Number(value)] ?? "") : value
    }
    return Array.from(cells, cell => cell ?? "")
  })
}

/** `r="C7"` is the third. */
function columnOf(attributes: string): number {
  const letters = /r="([A-Z]+)\d+"/.exec(attributes)?.[1] ?? "A"
  return [...letters].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const textOf = (xml = ""): string =>
  xml
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")

/** The transcript of the conversation that is told there, by an entry of its menu. */
export async function keptTranscript(within: Locator, item: string): Promise<string> {
  const page = within.page()
  await within.getByRole("button", { name: "Keep the transcript" }).click()
  const download = page.waitForEvent("download")
  await page.getByRole("menuitem", { name: item }).click()
  return Buffer.from(await bytesOf(await download)).toString("utf8")
}
