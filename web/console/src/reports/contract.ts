// What the server says of reports, as these pages read it.

import type { Conversation } from "@baton/protocol"

/** Several keys are a path. */
export type Value = string | number | readonly string[] | null

export type Row = Record<string, Value>

export type Unit =
  | "count"
  | "share"
  | "duration"
  | "number"
  | "text"
  | "time"
  | "bucket"
  | "agent"
  | "queue"
  | "team"
  | "stage"
  | "pipeline"
  | "skill"
  | "conversation"
  | "reason"
  | "tag"
  | "code"
  | "stations"

export interface ColumnAbout {
  key: string
  title: string
  definition: string
  unit: Unit
  /** `low` and `high` are the interval of the measure before them. */
  role: "dimension" | "measure" | "low" | "high"
}

export interface FilterOption {
  value: string
  /** Where the value is a key. */
  name?: string
}

export interface FilterAbout {
  key: string
  default?: string
  options: FilterOption[]
}

export type ChartKind =
  | "stacked_bars"
  | "bars"
  | "line"
  | "intervals"
  | "heat_map"
  | "chain_lengths"
  | "paths"
  | "calibration"
  | "none"

export interface ChartAbout {
  kind: ChartKind
  x?: string
  y?: string
  series: string[]
}

export type Group = "tiers" | "handovers" | "service" | "people" | "quality"

export interface ReportAbout {
  name: string
  title: string
  question: string
  group: Group
  grain: string
  filters: FilterAbout[]
  columns: ColumnAbout[]
  chart: ChartAbout
  drill_down: boolean
  /** Dimensions that tell a row's conversations. */
  drill_by: string[]
}

/** What keys are called, by unit: `names.agent.mara`. */
export type Names = Partial<Record<string, Record<string, string>>>

export interface Figures {
  totals: Row
  rows: Row[]
}

export interface ReportAnswer extends Figures {
  report: string
  /** Only those in force. */
  filters: Record<string, string | number | boolean>
  truncated: boolean
  names: Names
  previous?: Figures
}

export interface ReportConversation {
  conversation: string
  at: string
  queue: string
  owner?: string
  close_reason?: NonNullable<Conversation["closed"]>
  rating?: number
  hops: number
  /** What it is called where it was imported from. */
  case?: string
}

export interface SavedReport {
  id: string
  name: string
  report: string
  filters: Record<string, string | number | boolean>
}
