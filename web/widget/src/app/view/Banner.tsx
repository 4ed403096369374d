// Says when the line is down, and that nothing is lost by it. Its room is taken from the page only then.

import { useEffect, useState } from "preact/hooks"
import type { State } from "../chat.ts"
import { t } from "../texts/index.ts"

/** A blink of the network is not news. */
const PATIENCE_MS = 700

export function Banner({ link }: { link: State["link"] }) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (link !== "lost") return setShown(false)
    const timer = setTimeout(() => setShown(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [link])
  return (
    <div class="banner" role="status">
      {shown && <p>{t.lost}</p>}
    </div>
  )
}
