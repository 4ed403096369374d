// What the server says of reports, as these pages read it: the wire's types, with the codes and values they know.

import type * as wire from "@baton/protocol"

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

export interface ColumnAbout extends Pick<wire.ColumnAbout, "key" | "title" | "definition"> {
  unit: Unit
  /** `low` and `high` are the interval of the measure before them. */
  role: "dimension" | "measure" | "low" | "high"
}

export type FilterAbout = wire.FilterAbout

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

export interface ChartAbout extends wire.ChartAbout {
  kind: ChartKind
}

export type Group = "tiers" | "handovers" | "service" | "people" | "quality"

export interface ReportAbout extends Omit<wire.ReportAbout, "columns"> {
  group: Group
  columns: ColumnAbout[]
  chart: ChartAbout
}

/** What keys are called, by unit: `names.agent.mara`. */
export type Names = Partial<wire.ReportAnswer["names"]>

/** By key, as they stand in an address. */
export type FilterValues = Record<string, string | number | boolean>

export interface Figures {
  totals: Row
  rows: Row[]
}

export interface ReportAnswer
  extends Figures,
    Pick<wire.ReportAnswer, "report" | "rows_in_all" | "truncated"> {
  /** Only those in force. */
  filters: FilterValues
  names: Names
  previous?: Figures
}

export interface ReportConversation extends wire.ReportConversation {
  close_reason?: NonNullable<wire.Conversation["closed"]>
}

export interface SavedReport extends Omit<wire.SavedReport, "filters"> {
  filters: FilterValues
}
