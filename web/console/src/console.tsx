// The console as React shows it: styles, theme, queries, and the page that fits who is signed in.

import "@mantine/core/styles.layer.css"
import "@mantine/notifications/styles.layer.css"
import "@fontsource-variable/inter/index.css"
import "virtual:theme.css"
import "./theme/global.css"

import { ProblemError } from "@baton/protocol"
import { i18n } from "@lingui/core"
import { t } from "@lingui/core/macro"
import { I18nProvider } from "@lingui/react"
import { MantineProvider, mergeThemeOverrides } from "@mantine/core"
import { Notifications } from "@mantine/notifications"
import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./app.tsx"
import { theme } from "./theme/theme.ts"

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      // What the server has answered, it would answer again; only silence is worth another try.
      retry: (failures, error) =>
        failures < 3 && error instanceof ProblemError && error.code === "unreachable",
    },
  },
})

/** The words in it are of the language that is spoken; the theme itself is also read where styles are made. */
const spoken = mergeThemeOverrides(theme, {
  components: { Modal: { defaultProps: { closeButtonProps: { "aria-label": t`Close dialog` } } } },
})

const root = document.getElementById("root")
if (!root) throw new Error("the page has no root")

createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <MantineProvider
        theme={spoken}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <QueryClientProvider client={queries}>
          <App />
        </QueryClientProvider>
        <Notifications position="top-center" limit={3} />
      </MantineProvider>
    </I18nProvider>
  </StrictMode>,
)
