// Every custom property of the console as one stylesheet: our tokens, and Mantine's own names pointed at them.
// Runs while building; the browser gets plain CSS.

import { schemeVariables, seriesVariables, sharedVariables, tokens } from "@baton/tokens"
import { type CssVariables, convertCssVariables, defaultCssVariablesResolver } from "@mantine/core"
import { wholeTheme } from "./theme.ts"

export function themeStylesheet(): string {
  const mantine = defaultCssVariablesResolver(wholeTheme)
  const roles = mantineByRole()
  const variables = { ...mantine.variables, ...sharedVariables(tokens.console_sizes) }
  const light = { ...mantine.light, ...schemeVariables("light"), ...seriesVariables("light"), ...roles }
  const dark = { ...mantine.dark, ...schemeVariables("dark"), ...seriesVariables("dark"), ...roles }
  const onScreen = convertCssVariables({ variables, light, dark }, ":root")
  // Paper is white, whatever the screen is.
  const onPaper = convertCssVariables({ variables: {}, light: {}, dark: light }, ":root")
  return `${onScreen} @media print { ${onPaper} }`
}

/** Mantine's colour names in our roles; the same names in light and dark. */
function mantineByRole(): CssVariables {
  return {
    "--mantine-color-body": "var(--b-raised)",
    "--mantine-color-text": "var(--b-text)",
    "--mantine-color-bright": "var(--b-text)",
    "--mantine-color-dimmed": "var(--b-muted)",
    "--mantine-color-placeholder": "var(--b-muted)",
    "--mantine-color-anchor": "var(--b-teal-text)",
    "--mantine-color-error": "var(--b-red-text)",
    "--mantine-color-default": "var(--b-surface)",
    "--mantine-color-default-hover": "var(--b-hover)",
    "--mantine-color-default-color": "var(--b-text)",
    "--mantine-color-default-border": "var(--b-line-strong)",
    "--mantine-color-disabled": "var(--b-sunken)",
    "--mantine-color-disabled-color": "var(--b-muted)",
    "--mantine-color-disabled-border": "var(--b-line)",
    ...coloured("teal"),
    ...coloured("violet"),
    ...coloured("red"),
    ...coloured("amber"),
    "--mantine-color-gray-filled": "var(--b-muted)",
    "--mantine-color-gray-light": "var(--b-sunken)",
    "--mantine-color-gray-light-hover": "var(--b-hover)",
    "--mantine-color-gray-light-color": "var(--b-text)",
    "--mantine-color-gray-outline": "var(--b-line-strong)",
    "--mantine-color-gray-text": "var(--b-muted)",
    "--mantine-primary-color-filled": "var(--b-teal-fill)",
    "--mantine-primary-color-filled-hover": "var(--b-teal-fill-hover)",
    "--mantine-primary-color-light": "var(--b-teal-tint)",
    "--mantine-primary-color-light-hover": "var(--b-teal-tint-hover)",
    "--mantine-primary-color-light-color": "var(--b-teal-text)",
  }
}

function coloured(name: "teal" | "violet" | "red" | "amber"): CssVariables {
  const fillHover = name === "amber" ? "amber-fill" : `${name}-fill-hover`
  return {
    [`--mantine-color-${name}-filled`]: `var(--b-${name}-fill)`,
    [`--mantine-color-${name}-filled-hover`]: `var(--b-${fillHover})`,
    [`--mantine-color-${name}-light`]: `var(--b-${name}-tint)`,
    [`--mantine-color-${name}-light-hover`]: `var(--b-${name}-tint-hover)`,
    [`--mantine-color-${name}-light-color`]: `var(--b-${name}-text)`,
    [`--mantine-color-${name}-outline`]: `var(--b-${name}-text)`,
    [`--mantine-color-${name}-outline-hover`]: `var(--b-${name}-tint)`,
    [`--mantine-color-${name}-text`]: `var(--b-${name}-text)`,
  }
}
