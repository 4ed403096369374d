// The desk of one workspace for everything below: the state core, its connection, and how to read both.

import { Marks, StaffDesk } from "@baton/desk-state"
import {
  Connection,
  type ConnectionState,
  platform,
  type ReadMark,
  type Settings,
  type StaffAside,
  type StaffCommand,
  type StaffLine,
  type StaffObject,
  type StaffTranscript,
  type StaffYou,
} from "@baton/protocol"
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react"
import { speakAs } from "../language/language.ts"
import { http } from "../session/session.ts"
import { heardTime } from "./clock.ts"
import { Drafts } from "./drafts.ts"
import { onceAFrame } from "./once-a-frame.ts"
import { PersonalSettings } from "./settings.ts"
import { Typists } from "./typists.ts"

export type StaffConnection = Connection<StaffCommand, StaffYou, StaffObject, StaffLine, StaffAside>

export interface DeskContext {
  workspace: string
  /** `/api/v1/workspaces/demo` */
  base: string
  desk: StaffDesk
  /** Of what the desk shows, for whoever draws it. */
  subscribe: StaffDesk["subscribe"]
  connection: StaffConnection
  typists: Typists
  marks: Marks<ReadMark>
  drafts: Drafts
  settings: PersonalSettings
  /** Hear when a colleague names this agent in a note. */
  mentions: Set<(mention: Mention) => void>
}

export type Mention = Extract<StaffAside, { kind: "mentioned" }>

const Context = createContext<DeskContext | undefined>(undefined)

export function DeskProvider({ workspace, children }: { workspace: string; children: ReactNode }) {
  const [value] = useState(() => assemble(workspace))
  const { connection, drafts, settings } = value
  useEffect(() => {
    const opened = () => {
      if (connection.state.at !== "open") return
      drafts.connected()
      // Chosen on another device, perhaps: then the page speaks it from here on.
      void settings.load().then(() => speakAs(settings.current.language))
    }
    const off = connection.subscribe(opened)
    connection.connect()
    const online = () => connection.state.at === "waiting" && connection.connect()
    window.addEventListener("online", online)
    return () => {
      window.removeEventListener("online", online)
      off()
      connection.close()
    }
  }, [connection, drafts, settings])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

function assemble(workspace: string): DeskContext {
  const base = `/api/v1/workspaces/${encodeURIComponent(workspace)}`
  const desk = new StaffDesk()
  const typists = new Typists(platform)
  const marks = new Marks<ReadMark>()
  const drafts = new Drafts({ base, http, platform, storage: localStorage })
  const settings = new PersonalSettings(base, http)
  const mentions: DeskContext["mentions"] = new Set()
  const address = new URL(`${base}/agent-socket`, window.location.href)
  address.protocol = address.protocol.replace("http", "ws")
  const connection: StaffConnection = new Connection({
    open: () => new WebSocket(address) as never,
    platform,
    receive: frame => {
      const last = frame.type === "frame" ? frame.lines.at(-1) : undefined
      if (last) heardTime(last.at_ms)
      desk.receive(frame)
    },
    typing: frame => typists.heard(frame),
    aside: aside => {
      switch (aside.kind) {
        case "read":
          return marks.heard(aside)
        case "draft":
          return drafts.heard(aside)
        case "mentioned":
          for (const listener of mentions) listener(aside)
          return
        case "settings": {
          const { kind: _, ...changed } = aside
          return settings.heard(changed)
        }
      }
    },
    board: desk.receiveBoard,
  })
  desk.onLines(lines => typists.wrote(lines))
  const subscribe = onceAFrame(desk.subscribe)
  return { workspace, base, desk, subscribe, connection, typists, marks, drafts, settings, mentions }
}

export function useDeskContext(): DeskContext {
  const value = useContext(Context)
  if (!value) throw new Error("outside of a desk")
  return value
}

/** Reads the desk; renders again when what `select` answers is another reference. */
export function useDesk<T>(select: (desk: StaffDesk) => T): T {
  const { desk, subscribe } = useDeskContext()
  return useSyncExternalStore(subscribe, () => select(desk))
}

export function useConnectionState(): ConnectionState {
  const { connection } = useDeskContext()
  return useSyncExternalStore(connection.subscribe, () => connection.state)
}

/** The agent's own object; none before the first snapshot. */
export function useMe() {
  return useDesk(desk => desk.all("me")[0])
}

export function useConversation(id: string | undefined) {
  return useDesk(desk => (id ? desk.get("conversation", id) : undefined))
}

/** How the console is set up for this agent. */
export function useSettings(): Settings {
  const { settings } = useDeskContext()
  return useSyncExternalStore(settings.subscribe, () => settings.current)
}

/** Keeps a transcript whole while it is shown: fetches what is missing, at first and after lost connections. */
export function useTranscript(conversation: string) {
  const { desk, base } = useDeskContext()
  const transcript = useDesk(d => d.transcript(conversation))
  const { at } = useConnectionState()
  const [failed, setFailed] = useState<Error>()
  useEffect(() => {
    if (transcript.whole || at !== "open") return
    const abandoned = new AbortController()
    const page = (after: number) =>
      http.get<StaffTranscript>(
        `${base}/conversations/${conversation}/transcript?after=${after}&limit=200`,
        abandoned.signal,
      )
    setFailed(undefined)
    desk.fill(conversation, page).catch((error: Error) => abandoned.signal.aborted || setFailed(error))
    return () => abandoned.abort()
  }, [desk, base, conversation, transcript.whole, at])
  return { transcript, failed }
}
