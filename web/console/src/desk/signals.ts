// What reaches somebody who looks elsewhere: the page's title, sounds by event and notifications of the system, as
// the agent's settings say.

import type { StaffDesk } from "@baton/desk-state"
import type { Settings, StaffLine } from "@baton/protocol"
import { plural, t } from "@lingui/core/macro"
import { notifications } from "@mantine/notifications"
import { useEffect, useRef } from "react"
import { visitorName } from "../words.ts"
import { type Mention, useDesk, useDeskContext, useSettings } from "./desk-context.tsx"
import { useSelect } from "./places.ts"
import { play, type Sound } from "./sound.ts"

/** An offer or a hand nobody has looked at is heard once, then softly again at this distance. */
const AGAIN_MS = 8_000

export function useSignals(): void {
  const { desk } = useDeskContext()
  const settings = useSettings()
  const offers = useDesk(d => d.all("offer"))
  const hands = useDesk(handsUp)

  useEffect(() => {
    const waiting = plural(offers.length, { one: "# offer waiting", other: "# offers waiting" })
    document.title = offers.length > 0 ? `${waiting} · Baton` : "Baton"
  }, [offers.length])

  useMentions(settings)
  useInsistently("offer", offers.map(offer => offer.id).join(" "), settings, t`An offer waits for you`)
  useInsistently("raised_hand", hands, settings, t`A hand is raised`)

  useEffect(
    () =>
      desk.onLines(lines => {
        for (const line of lines) {
          const heard = soundOf(line, desk)
          if (heard) signal(heard.sound, settings, heard.words)
        }
      }),
    [desk, settings],
  )
}

/** A note names this agent: said where they are, and where it can be read, if it can. */
function useMentions(settings: Settings): void {
  const { desk, mentions } = useDeskContext()
  const select = useSelect()
  useEffect(() => {
    const told = ({ conversation: id, by }: Mention) => {
      const conversation = desk.get("conversation", id)
      const colleague = by.name
      signal("message", settings, t`${colleague} named you in a note`)
      notifications.show({
        color: "violet",
        title: t`${colleague} named you in a note`,
        message: conversation ? visitorName(conversation) : t`In a conversation that is not on your desk`,
        ...(conversation && { onClick: () => select(id) }),
        autoClose: 12_000,
      })
    }
    mentions.add(told)
    return () => void mentions.delete(told)
  }, [desk, mentions, select, settings])
}

/** Conversations of others whose hand is up and not taken. */
function handsUp(desk: StaffDesk): string {
  const me = desk.you?.agent
  return desk
    .all("conversation")
    .filter(one => one.hand && one.owner?.id !== me && one.relation === "supervisor")
    .map(one => one.id)
    .join(" ")
}

/** What a line sounds like to this agent, if anything. */
export function soundOf(line: StaffLine, desk: StaffDesk): { sound: Sound; words: string } | undefined {
  const me = desk.you?.agent
  const conversation = desk.get("conversation", line.conversation)
  if (!conversation || conversation.owner?.id !== me) return undefined
  const visitor = visitorName(conversation)
  if (line.kind === "message") {
    return line.author.type === "visitor" ? { sound: "message", words: t`${visitor} wrote` } : undefined
  }
  const comes = line.event === "agent.assigned" && !OWN_DOING.has(line.cause ?? "")
  return comes ? { sound: "assigned", words: t`${visitor} is with you` } : undefined
}

/** What one did oneself a moment ago is no news. */
const OWN_DOING: ReadonlySet<string> = new Set(["accepted", "pulled", "taken_over"])

/** Heard with everything that comes to the list, and again while something stands there unseen. */
function useInsistently(sound: Sound, ids: string, settings: Settings, words: string): void {
  const known = useRef("")
  useEffect(() => {
    const before = new Set(known.current.split(" "))
    const fresh = ids !== "" && ids.split(" ").some(id => !before.has(id))
    known.current = ids
    if (fresh) signal(sound, settings, words)
    if (ids === "" || !settings.sounds.repeat || !settings.sounds[sound]) return
    const timer = setInterval(() => document.hidden && play(sound, settings.sounds, true), AGAIN_MS)
    return () => clearInterval(timer)
  }, [sound, ids, settings, words])
}

function signal(sound: Sound, { sounds, desktop_notifications }: Settings, words: string): void {
  if (sounds[sound] && (document.hidden || !sounds.only_hidden)) play(sound, sounds)
  if (!desktop_notifications || !document.hidden || Notification.permission !== "granted") return
  const shown = new Notification("Baton", { body: words, tag: sound })
  shown.onclick = () => {
    window.focus()
    shown.close()
  }
}
