// Mantine's settings: which of our tokens it uses, and defaults that keep every component in one manner.

import { type Role, type Scheme, tokens } from "@baton/tokens"
import { createTheme, DEFAULT_THEME, type MantineColorsTuple, mergeMantineTheme } from "@mantine/core"

/** Shades are never used by number; the roles in `variables.ts` say what a colour means. */
const shades = (colour: string) => Array.from({ length: 10 }, () => colour) as unknown as MantineColorsTuple

const { roles } = tokens

const slates = (scheme: Scheme, names: Role[]) =>
  names.map(name => roles[name][scheme]) as unknown as MantineColorsTuple

export const theme = createTheme({
  primaryColor: "teal",
  colors: {
    teal: shades(roles["teal-fill"].light),
    amber: shades(roles["amber-fill"].light),
    violet: shades(roles["violet-fill"].light),
    red: shades(roles["red-fill"].light),
    // Mantine draws lines and fields of its own in these.
    gray: slates("light", [
      "ground",
      "hover",
      "sunken",
      "line",
      "line-strong",
      "line-strong",
      "muted",
      "muted",
      "text",
      "text",
    ]),
    dark: slates("dark", [
      "text",
      "text",
      "muted",
      "line-strong",
      "line",
      "sunken",
      "raised",
      "surface",
      "ground",
      "ground",
    ]),
  },
  fontFamily: tokens.font,
  headings: { fontFamily: tokens.font, fontWeight: String(tokens.weights.strong) },
  fontSizes: sizes(tokens.console_sizes),
  defaultRadius: "md",
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "16px" },
  cursorType: "pointer",
  components: {
    Button: { defaultProps: { size: "sm" } },
    Tooltip: {
      defaultProps: {
        openDelay: 350,
        multiline: true,
        maw: 300,
        withArrow: true,
        events: { hover: true, focus: true, touch: false },
      },
    },
    // The page does not scroll; locking it would make a style element.
    Modal: {
      defaultProps: {
        lockScroll: false,
        centered: true,
        transitionProps: { duration: 140 },
      },
    },
    Drawer: { defaultProps: { lockScroll: false } },
    Menu: {
      defaultProps: {
        transitionProps: { duration: 120 },
        shadow: "md",
        position: "bottom-end",
        withInitialFocusPlaceholder: false,
      },
    },
  },
})

export const wholeTheme = mergeMantineTheme(DEFAULT_THEME, theme)

function sizes({ small, body, title, display }: typeof tokens.console_sizes) {
  return { xs: small, sm: body, md: body, lg: title, xl: display }
}
