// What narrows a report: as many fields as the server says it has. Each change is a step in the address.

import { t } from "@lingui/core/macro"
import { Plural, Trans } from "@lingui/react/macro"
import { Button, Checkbox, Select, Switch, TextInput } from "@mantine/core"
import { IconAdjustmentsHorizontal, IconFilterOff } from "@tabler/icons-react"
import { useEffect, useState } from "react"
import { type Asked, COMPARE } from "./address.ts"
import type { FilterAbout, ReportAbout } from "./contract.ts"
import styles from "./filters.module.css"
import { PERIODS, type PeriodName, periodNamed, periodOf } from "./period.ts"
import { codeWords, filterName } from "./words.ts"

interface FiltersProps {
  about: ReportAbout
  asked: Asked
  change: (changes: Asked) => void
  clear: () => void
}

export function Filters({ about, asked, change, clear }: FiltersProps) {
  const others = about.filters.filter(({ key }) => key !== "from" && key !== "to")
  const timed = about.filters.some(({ key }) => key === "from")
  const [unfolded, unfold] = useState(false)
  const filters = Object.keys(asked).filter(key => key !== COMPARE).length
  return (
    <section className={styles.filters} aria-label={t`Filters`} data-unfolded={unfolded}>
      <Button
        className={styles.fold}
        variant={filters > 0 ? "light" : "default"}
        size="xs"
        leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden="true" />}
        aria-expanded={unfolded}
        onClick={() => unfold(!unfolded)}
      >
        {filters > 0 ? <Plural value={filters} one="# filter" other="# filters" /> : <Trans>Filters</Trans>}
      </Button>
      {timed && <Span asked={asked} change={change} />}
      {others.map(filter => (
        <Field key={filter.key} filter={filter} value={asked[filter.key]} change={change} />
      ))}
      {timed && <Compare asked={asked} change={change} />}
      {Object.keys(asked).length > 0 && (
        <Button
          className={styles.button}
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconFilterOff size={16} aria-hidden="true" />}
          onClick={clear}
        >
          <Trans>Clear all filters</Trans>
        </Button>
      )}
    </section>
  )
}

interface ChangesProps {
  asked: Asked
  change: (changes: Asked) => void
}

/** A span of days, by name or day by day. */
function Span({ asked: { from = "", to = "" }, change }: ChangesProps) {
  const words: Record<PeriodName, string> = {
    week: t`Last 7 days`,
    month: t`Last 30 days`,
    this_month: t`This month`,
    last_month: t`Last month`,
    this_year: t`This year`,
    last_year: t`Last year`,
  }
  const name = periodNamed({ from, to }, new Date()) ?? (from || to ? "between" : null)
  const data = PERIODS.map(value => ({ value: value as string, label: words[value] }))
  return (
    <>
      <Select
        size="xs"
        label={t`Period`}
        placeholder={t`All there is`}
        clearable
        data={name === "between" ? [...data, { value: "between", label: t`Between two days` }] : data}
        value={name}
        onChange={chosen => {
          if (chosen === null) change({ from: "", to: "" })
          else if (chosen !== "between") change({ ...periodOf(chosen as PeriodName, new Date()) })
        }}
      />
      <Typed label={t`From`} type="date" value={from} onChange={day => change({ from: day })} />
      <Typed label={t`Until`} type="date" value={to} onChange={day => change({ to: day })} />
    </>
  )
}

function Compare({ asked, change }: ChangesProps) {
  const possible = asked.from !== undefined && asked.to !== undefined
  return (
    <Switch
      className={styles.compare}
      size="xs"
      label={t`Compare with the period before`}
      description={possible ? undefined : t`Choose both days first`}
      disabled={!possible}
      checked={possible && asked[COMPARE] === "true"}
      onChange={event => change({ [COMPARE]: event.currentTarget.checked ? "true" : "" })}
    />
  )
}

interface FieldProps {
  filter: FilterAbout
  value: string | undefined
  change: (changes: Asked) => void
}

function Field({ filter, value, change }: FieldProps) {
  const { key, default: usual, options } = filter
  const label = filterName(key)
  const held = value ?? usual ?? ""
  const set = (to: string | null) => change({ [key]: to ?? "" })
  if (options.every(option => option.value === "true" || option.value === "false") && options.length > 0) {
    return (
      <Checkbox
        className={styles.button}
        size="xs"
        label={label}
        checked={held === "true"}
        onChange={event => set(String(event.currentTarget.checked))}
      />
    )
  }
  if (options.length === 0) return <Typed label={label} value={held} onChange={set} />
  return <Chosen filter={filter} held={held} onChange={set} />
}

interface ChosenProps {
  filter: FilterAbout
  held: string
  onChange: (to: string | null) => void
}

/** What there is to choose from; what is typed as well, where the server takes more than that. */
function Chosen({ filter: { key, default: usual, options, open }, held, onChange }: ChosenProps) {
  const [sought, seek] = useState("")
  const data = options.map(option => ({
    value: option.value,
    label: option.name ?? codeWords[option.value] ?? option.value,
  }))
  const known = (value: string) => data.some(one => one.value === value || one.label === value)
  // One from a link that is not among the choices is shown all the same.
  if (held && !known(held)) data.push({ value: held, label: held })
  const typed = sought.trim()
  if (open && typed && !known(typed)) data.push({ value: typed, label: typed })
  return (
    <Select
      size="xs"
      label={filterName(key)}
      placeholder={t`Any`}
      searchable={open || data.length > 8}
      onSearchChange={seek}
      limit={100}
      clearable={usual === undefined}
      allowDeselect={false}
      data={data}
      value={held || null}
      onChange={onChange}
    />
  )
}

interface TypedProps {
  label: string
  type?: "date"
  value: string
  onChange: (value: string) => void
}

/** A field whose words count once one leaves it, or on Enter; a day counts at once. */
function Typed({ label, type, value, onChange }: TypedProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const settle = () => {
    if (typed.trim() !== value) onChange(typed.trim())
  }
  return (
    <TextInput
      size="xs"
      label={label}
      type={type ?? "text"}
      placeholder={type ? undefined : t`Any`}
      value={typed}
      onChange={event => {
        setTyped(event.currentTarget.value)
        if (type) onChange(event.currentTarget.value)
      }}
      onBlur={settle}
      onKeyDown={event => event.key === "Enter" && settle()}
    />
  )
}
