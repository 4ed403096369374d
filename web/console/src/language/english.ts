// English, for tests: its words are those in the code.

import { i18n } from "@lingui/core"

i18n.loadAndActivate({ locale: "en", messages: {} })
