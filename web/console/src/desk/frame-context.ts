// What every page below the frame may ask of it: the help sheet, the flow of a conversation, and the slash commands of
// the open one.

import { createContext, type RefObject, useContext } from "react"
import type { RunLine } from "../conversation/use-slash-commands.ts"

export interface FrameContext {
  openHelp: () => void
  /** Of a conversation on the desk. */
  openFlow: (conversation: string) => void
  /** Where the open conversation puts what its slash commands do, for the palette. */
  lines: RefObject<RunLine | undefined>
}

export const FrameContext = createContext<FrameContext | undefined>(undefined)

export function useFrame(): FrameContext {
  const value = useContext(FrameContext)
  if (!value) throw new Error("outside of the frame")
  return value
}
