// What every page below the frame may ask of it: the help sheet, and the slash commands of the open conversation.

import { createContext, type RefObject, useContext } from "react"
import type { RunLine } from "../conversation/use-slash-commands.ts"

export interface FrameContext {
  openHelp: () => void
  /** Where the open conversation puts what its slash commands do, for the palette. */
  lines: RefObject<RunLine | undefined>
}

export const FrameContext = createContext<FrameContext | undefined>(undefined)

export function useFrame(): FrameContext {
  const value = useContext(FrameContext)
  if (!value) throw new Error("outside of the frame")
  return value
}
