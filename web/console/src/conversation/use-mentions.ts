// Colleagues as the field offers them while a note names one.

import type { LineCompletion } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { useState } from "react"
import { useDesk } from "../desk/desk-context.tsx"
import { useDirectory } from "../desk/directory.ts"
import { colleagues, mentionAt } from "./mentions.ts"

export function useMentions(
  text: string,
  on: boolean,
  insert: (words: string, from: number, to: number) => void,
) {
  const { data: directory } = useDirectory()
  const me = useDesk(desk => desk.you?.agent)
  const [cursor, setCursor] = useState(0)
  const mention = on ? mentionAt(text, cursor) : undefined
  const found = mention && directory ? colleagues(directory.agents, mention.typed, me) : []
  const options: LineCompletion[] = found.map(({ name }) => ({
    line: `@${name} `,
    label: name,
    does: t`Is told that you named them`,
  }))
  return {
    options,
    open: options.length > 0,
    /** Where the cursor stands. */
    follow: setCursor,
    /** Writes the name out; answers whether it was one of these. */
    complete(option: LineCompletion): boolean {
      if (!mention || !options.includes(option)) return false
      insert(option.line, mention.from, mention.to)
      return true
    },
  }
}
