// Catalogues, compiled while the console is built.

declare module "*.po" {
  import type { Messages } from "@lingui/core"

  export const messages: Messages
}
