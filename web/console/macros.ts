// Turns Lingui's macros into calls while Vite and Vitest read the sources. Types and JSX are left as they are for
// the compiler that follows. The English text stays in the code, so that only other languages need a catalogue.

import { transformAsync } from "@babel/core"
import linguiMacro from "@lingui/babel-plugin-lingui-macro"
import type { Plugin } from "vite"

export const linguiMacros = (): Plugin => ({
  name: "lingui-macros",
  enforce: "pre",
  transform: {
    filter: { id: /\/src\/.*\.tsx?$/, code: /@lingui\/(core|react)\/macro/ },
    async handler(code, id) {
      const made = await transformAsync(code, {
        filename: id,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ["typescript", "jsx"] },
        plugins: [[linguiMacro, { stripMessageField: false }]],
      })
      return made?.code ? { code: made.code, map: made.map } : null
    },
  },
})
