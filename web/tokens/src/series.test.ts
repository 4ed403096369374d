// The colours of a chart's series are told apart by everybody: also by those who see no red, no green or no blue.

import { expect, test } from "vitest"
import { type Scheme, tokens } from "./index.ts"

type Three = [number, number, number]
type Matrix = [Three, Three, Three]

/** What is left of a colour where a kind of cones is missing, in linear RGB (Machado et al. 2009, severity 1). */
const eyes: Record<string, Matrix> = {
  "all cones": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** In Oklab; a difference of 0.02 is just seen by those who look for it, a tenth at a glance. */
const TOLD_APART = 0.1

test("every_two_series_are_told_apart_by_everybody", () => {
  for (const scheme of ["light", "dark"] as Scheme[]) {
    for (const [eye, matrix] of Object.entries(eyes)) {
      const seen = tokens.series.map(colour => oklab(times(matrix, linear(colour[scheme]))))
      const alike = seen.flatMap((one, at) =>
        seen.slice(at + 1).flatMap((other, further) => {
          const difference = Math.hypot(...one.map((part, axis) => part - (other[axis] ?? 0)))
          return difference < TOLD_APART ? [`${at + 1} and ${at + further + 2}: ${difference}`] : []
        }),
      )
      expect(alike, `${scheme}, ${eye}`).toEqual([])
    }
  }
})

function linear(colour: string): Three {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const times = (matrix: Matrix, [r, g, b]: Three): Three =>
  matrix.map(row => Math.max(0, row[0] * r + row[1] * g + row[2] * b)) as Three

/** https://bottosson.github.io/posts/oklab/ */
function oklab(colour: Three): Three {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map(Math.cbrt) as Three
  const axes: Matrix = [
    [0.2104542553, 0.793617785, -0.0040720468],
    [1.9779984951, -2.428592205, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.808675766],
  ]
  return axes.map(row => row[0] * cones[0] + row[1] * cones[1] + row[2] * cones[2]) as Three
}
