// Asks for the lines of what is looked at: the open conversation and everything on offer. One's own come anyway.

import { useEffect, useRef } from "react"
import { useConnectionState, useDesk, useDeskContext } from "./desk-context.tsx"

export function useWatch(selected: string | undefined): void {
  const { desk, connection } = useDeskContext()
  const offers = useDesk(d => d.all("offer"))
  const wanted = new Set(offers.map(offer => offer.conversation))
  if (selected) wanted.add(selected)
  const list = [...wanted].sort().join(" ")
  const relation = useDesk(d => (selected ? d.get("conversation", selected)?.relation : undefined))
  const before = useRef<{ list: string; relation: string | undefined }>({ list: "", relation: undefined })

  useEffect(() => {
    const now = split(list)
    connection.watch(now)
    const gone = split(before.current.list).filter(id => !now.includes(id))
    for (const id of gone) desk.lapse(id)
    before.current.list = list
  }, [desk, connection, list])

  const { at } = useConnectionState()
  useEffect(() => {
    if (at !== "open") return
    // A new socket listens to them a moment after it opened; one's own lines come from its first frame.
    for (const id of split(before.current.list)) {
      const own = ["owner", "receiver", "guest", "joined", "whispering", "observing"].includes(
        desk.get("conversation", id)?.relation ?? "",
      )
      if (!own) desk.recheck(id)
    }
  }, [desk, at])

  useEffect(() => {
    // Listening to an offer began about when its transcript was read; taking part begins for certain.
    if (selected && before.current.relation === "offered" && relation !== "offered") desk.recheck(selected)
    before.current.relation = relation
  }, [desk, selected, relation])
}

const split = (list: string) => (list === "" ? [] : list.split(" "))
