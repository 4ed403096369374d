// What reaches somebody who looks elsewhere: the page's title, and a sound while the page is hidden.

import { t } from "@lingui/core/macro"
import { useEffect, useRef } from "react"
import { useDesk, useDeskContext } from "./desk-context.tsx"
import { ring, tap } from "./sound.ts"

/** An offer nobody has looked at rings once, then softly again at this distance. */
const AGAIN_MS = 8_000

export function useSignals(): void {
  const { desk } = useDeskContext()
  const offers = useDesk(d => d.all("offer"))
  const known = useRef(new Set<string>())
  const count = offers.length

  useEffect(() => {
    document.title = count > 0 ? t`(${count}) Offer waiting · Baton` : "Baton"
  }, [count])

  useEffect(() => {
    const fresh = offers.some(offer => !known.current.has(offer.id))
    known.current = new Set(offers.map(offer => offer.id))
    if (!document.hidden || offers.length === 0) return
    if (fresh) ring(1)
    const timer = setInterval(() => document.hidden && ring(0.4), AGAIN_MS)
    return () => clearInterval(timer)
  }, [offers])

  useEffect(
    () =>
      desk.onLines(lines => {
        const mine = lines.some(
          line =>
            line.kind === "message" &&
            line.author.type === "visitor" &&
            desk.get("conversation", line.conversation)?.owner?.id === desk.you?.agent,
        )
        if (mine && document.hidden) tap()
      }),
    [desk],
  )
}
