// The look of Baton as data: colour roles for light and dark, type, space, motion. Console and widget build
// their styles from this one source. Holds no component and no selector of its own.

import tokens from "../tokens.json" with { type: "json" }

export { tokens }

export type Scheme = "light" | "dark"
export type Role = keyof typeof tokens.roles

/** The custom property of a colour role: `role("teal-text")` is `var(--b-teal-text)`. */
export const role = (name: Role): string => `var(--b-${name})`

/** Every colour and shadow of one scheme, by custom property name. */
export function schemeVariables(scheme: Scheme): Record<string, string> {
  const variables: Record<string, string> = {}
  for (const [name, value] of Object.entries(tokens.roles)) variables[`--b-${name}`] = value[scheme]
  for (const [name, value] of Object.entries(tokens.shadow)) variables[`--b-shadow-${name}`] = value[scheme]
  return variables
}

/** The custom property of a chart's series, counted from 0; after the last one they begin again. */
export const seriesColour = (at: number): string => `var(--b-series-${(at % tokens.series.length) + 1})`

/** The colours of series, by custom property name: for whoever draws charts. */
export function seriesVariables(scheme: Scheme): Record<string, string> {
  return Object.fromEntries(tokens.series.map((value, at) => [`--b-series-${at + 1}`, value[scheme]]))
}

/** What is the same in both schemes; `sizes` is where console and widget differ. */
export function sharedVariables(sizes: Record<string, string>): Record<string, string> {
  const variables: Record<string, string> = { "--b-font": tokens.font }
  const groups: Record<string, Record<string, string | number>> = {
    size: sizes,
    weight: tokens.weights,
    space: tokens.space,
    radius: tokens.radius,
    motion: tokens.motion,
  }
  for (const [group, entries] of Object.entries(groups)) {
    for (const [name, value] of Object.entries(entries)) variables[`--b-${group}-${name}`] = String(value)
  }
  return variables
}

/** WCAG 2.2 contrast of two `#rrggbb` colours, 1 to 21. */
export function contrast(first: string, second: string): number {
  const [lighter, darker] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
