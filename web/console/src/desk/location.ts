// Which workspace and conversation is looked at, kept in the address (`#demo/cnv_12`), so that a reload or the
// browser's back button finds it.

import { useSyncExternalStore } from "react"

export interface Place {
  workspace?: string
  conversation?: string
}

export function usePlace(): Place {
  const hash = useSyncExternalStore(listen, () => window.location.hash)
  return placeOf(hash)
}

export function go(place: Place): void {
  window.location.hash = [place.workspace, place.conversation].filter(Boolean).join("/")
}

export function placeOf(hash: string): Place {
  const [workspace, conversation] = hash.replace(/^#\/?/, "").split("/")
  return {
    ...(workspace && { workspace }),
    ...(conversation?.startsWith("cnv_") && { conversation }),
  }
}

function listen(changed: () => void): () => void {
  window.addEventListener("hashchange", changed)
  return () => window.removeEventListener("hashchange", changed)
}
