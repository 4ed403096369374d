// A screen that is fetched when it is first needed, so that a page load does not carry it.

import type { ComponentType, JSX } from "preact"
import { useEffect, useState } from "preact/hooks"

/** Nothing is shown until it is there; what could not be fetched is tried again when it is next needed. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  let loaded: ComponentType<P> | undefined
  return function Later(props: P & JSX.IntrinsicAttributes) {
    const [Screen, setScreen] = useState(() => loaded)
    useEffect(() => {
      if (Screen) return
      load().then(
        screen => {
          loaded = screen
          setScreen(() => screen)
        },
        () => {},
      )
    }, [Screen])
    return Screen ? <Screen {...props} /> : null
  }
}
