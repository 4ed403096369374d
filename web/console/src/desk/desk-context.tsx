// The desk of one workspace for everything below: the state core, its connection, and how to read both.

import { StaffDesk } from "@baton/desk-state"
import {
  Connection,
  type ConnectionState,
  platform,
  type StaffCommand,
  type StaffLine,
  type StaffObject,
  type StaffTranscript,
  type StaffYou,
} from "@baton/protocol"
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react"
import { http } from "../session/session.ts"
import { heardTime } from "./clock.ts"
import { Typists } from "./typists.ts"

export type StaffConnection = Connection<StaffCommand, StaffYou, StaffObject, StaffLine>

export interface DeskContext {
  workspace: string
  /** `/api/v1/workspaces/demo` */
  base: string
  desk: StaffDesk
  connection: StaffConnection
  typists: Typists
}

const Context = createContext<DeskContext | undefined>(undefined)

export function DeskProvider({ workspace, children }: { workspace: string; children: ReactNode }) {
  const [value] = useState(() => assemble(workspace))
  const { connection } = value
  useEffect(() => {
    connection.connect()
    const online = () => connection.state.at === "waiting" && connection.connect()
    window.addEventListener("online", online)
    return () => {
      window.removeEventListener("online", online)
      connection.close()
    }
  }, [connection])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

function assemble(workspace: string): DeskContext {
  const base = `/api/v1/workspaces/${encodeURIComponent(workspace)}`
  const desk = new StaffDesk()
  const typists = new Typists(platform)
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
  })
  desk.onLines(lines => typists.wrote(lines))
  return { workspace, base, desk, connection, typists }
}

export function useDeskContext(): DeskContext {
  const value = useContext(Context)
  if (!value) throw new Error("outside of a desk")
  return value
}

/** Reads the desk; renders again when what `select` answers is another reference. */
export function useDesk<T>(select: (desk: StaffDesk) => T): T {
  const { desk } = useDeskContext()
  return useSyncExternalStore(desk.subscribe, () => select(desk))
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
