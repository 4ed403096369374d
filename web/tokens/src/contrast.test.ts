// Every pair of colours that meets on a screen can be told apart, in light and in dark.

import { expect, test } from "vitest"
import { contrast, type Role, type Scheme, tokens } from "./index.ts"

const schemes: Scheme[] = ["light", "dark"]

/** The pairs of a list whose contrast is below `least`, in words. */
const below = (pairs: string[][], least: number) =>
  schemes.flatMap(scheme =>
    pairs.flatMap(([front, back]) => {
      const ratio = contrast(tokens.roles[front as Role][scheme], tokens.roles[back as Role][scheme])
      return ratio < least ? [`${front} on ${back}, ${scheme}: ${ratio.toFixed(2)}`] : []
    }),
  )

test("text reaches 4.5 to 1 on every surface it stands on", () => {
  expect(below(tokens.text_pairs, 4.5)).toEqual([])
})

test("controls reach 3 to 1 on every surface they stand on", () => {
  expect(below(tokens.control_pairs, 3)).toEqual([])
})

test("colours of series reach 3 to 1 on the surface they are drawn on", () => {
  for (const scheme of schemes) {
    const faint = tokens.series.filter(colour => contrast(colour[scheme], tokens.roles.surface[scheme]) < 3)
    expect(faint, scheme).toEqual([])
  }
})
