// What becomes of a draft: kept, undone, applied, thrown away.

import { expect, test } from "vitest"
import { DraftStore } from "./draft-store.ts"

class Shelf extends Map<string, string> {
  getItem = (key: string) => this.get(key) ?? null
  setItem = (key: string, value: string) => void this.set(key, value)
  removeItem = (key: string) => void this.delete(key)
}

const shelf = () => new Shelf() as unknown as Storage
const base = { version: 3, yaml: "a: 1\n" }

test("a draft is kept over a reload, with the version it was made from", () => {
  const storage = shelf()
  new DraftStore("demo", base, storage).edit(() => "a: 2\n")
  const again = new DraftStore("demo", { version: 4, yaml: "a: 9\n" }, storage)
  expect(again.state).toMatchObject({ base, text: "a: 2\n", changed: true })
  expect(new DraftStore("other", base, storage).state.changed).toBe(false)
})

test("steps are taken back and done again", () => {
  const draft = new DraftStore("demo", base, shelf())
  draft.edit(() => "a: 2\n")
  draft.edit(text => text.replace("2", "3"))
  draft.undo()
  expect(draft.state).toMatchObject({ text: "a: 2\n", canUndo: true, canRedo: true })
  draft.redo()
  expect(draft.state.text).toBe("a: 3\n")
  draft.undo()
  draft.edit(() => "a: 4\n")
  expect(draft.state.canRedo).toBe(false)
})

test("back at the version in force nothing is kept", () => {
  const storage = shelf()
  const draft = new DraftStore("demo", base, storage)
  draft.edit(() => "a: 2\n")
  draft.undo()
  expect(draft.state.changed).toBe(false)
  expect(storage.getItem("baton.document.demo")).toBeNull()
})

test("what another tab wrote is shown here", () => {
  const storage = shelf()
  const [here, there] = [new DraftStore("demo", base, storage), new DraftStore("demo", base, storage)]
  there.edit(() => "a: 7\n")
  here.heard({ key: "baton.document.demo" })
  expect(here.state.text).toBe("a: 7\n")
  there.begin(base)
  here.heard({ key: "baton.document.demo" })
  expect(here.state.changed).toBe(false)
})
