// One field of the document as the input that fits it, with its help, its default and what the checker says.

import { t } from "@lingui/core/macro"
import {
  ColorInput,
  type InputWrapperProps,
  MultiSelect,
  NumberInput,
  Select,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
} from "@mantine/core"
import { useEdit, useFindings, useValue } from "../draft/draft-context.tsx"
import { isList, type Path, type Value } from "../draft/values.ts"
import { useBuffered } from "./buffered.ts"
import { Levels } from "./levels.tsx"
import { useOptions } from "./names.ts"
import { PlaceField } from "./place-field.tsx"
import type { FieldSpec, Input } from "./spec.ts"
import { Texts } from "./texts.tsx"

interface FieldProps {
  /** The entry it belongs to. */
  at: Path
  spec: FieldSpec
}

export type Wrapper = Pick<
  InputWrapperProps,
  "label" | "description" | "error" | "required" | "inputWrapperOrder"
>

/** Help stands below, so that inputs beside each other are in one line. */
const ORDER: InputWrapperProps["inputWrapperOrder"] = ["label", "input", "description", "error"]

export function Field({ at, spec }: FieldProps) {
  const path = [...at, ...spec.name.split(".").filter(Boolean)]
  const compound = spec.input.type === "texts" || spec.input.type === "levels"
  const findings = useFindings(path, compound ? "here" : "below")
  const says = findings.map(({ message, help }) => (help ? `${message} – ${help}` : message)).join("\n")
  const wrapper: Wrapper = {
    label: spec.label,
    description: spec.help,
    error: says || undefined,
    inputWrapperOrder: ORDER,
    ...(spec.required && { required: true }),
  }
  return <Entry path={path} input={spec.input} wrapper={wrapper} />
}

interface EntryProps<I extends Input = Input> {
  path: Path
  input: I
  wrapper: Wrapper
}

type Of<T extends Input["type"]> = EntryProps<Extract<Input, { type: T }>>

function Entry({ path, input, wrapper }: EntryProps) {
  switch (input.type) {
    case "text":
      return <Line path={path} input={input} wrapper={wrapper} />
    case "duration":
      return <Line path={path} input={{ type: "text", placeholder: input.usual }} wrapper={wrapper} />
    case "long text":
      return <LongText path={path} input={input} wrapper={wrapper} />
    case "number":
      return <Amount path={path} input={input} wrapper={wrapper} />
    case "switch":
      return <OnOff path={path} input={input} wrapper={wrapper} />
    case "choice":
      return <Choice path={path} input={input} wrapper={wrapper} />
    case "several choices":
      return <SeveralChoices path={path} input={input} wrapper={wrapper} />
    case "words":
      return <Words path={path} input={input} wrapper={wrapper} />
    case "one":
      return <One path={path} input={input} wrapper={wrapper} />
    case "several":
      return <Several path={path} input={input} wrapper={wrapper} />
    case "colour":
      return <Colour path={path} input={input} wrapper={wrapper} />
    case "levels":
      return <Levels path={path} wrapper={wrapper} />
    case "texts":
      return <Texts path={path} input={input} wrapper={wrapper} />
    case "place":
      return <PlaceField path={path} input={input} wrapper={wrapper} />
  }
}

const asText = (value: Value | undefined): string =>
  value === undefined || value === null ? "" : typeof value === "object" ? "" : String(value)

function useText(path: Path, required: boolean | undefined) {
  const { put } = useEdit()
  const value = useValue(path)
  return useBuffered(asText(value), text => {
    if (text !== asText(value)) put(path, text === "" && !required ? undefined : text)
  })
}

function Line({ path, input, wrapper }: Of<"text">) {
  const { value, onChange, onBlur } = useText(path, wrapper.required)
  const shown = { ...wrapper, ...(input.placeholder && { placeholder: input.placeholder }) }
  return (
    <TextInput
      {...shown}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      onBlur={onBlur}
    />
  )
}

function LongText({ path, input, wrapper }: Of<"long text">) {
  const { value, onChange, onBlur } = useText(path, wrapper.required)
  return (
    <Textarea
      {...wrapper}
      {...(input.placeholder && { placeholder: input.placeholder })}
      autosize
      minRows={2}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      onBlur={onBlur}
    />
  )
}

function Amount({ path, input, wrapper }: Of<"number">) {
  const { put } = useEdit()
  const value = useValue(path)
  return (
    <NumberInput
      {...wrapper}
      min={input.min}
      max={input.max}
      allowDecimal={false}
      clampBehavior="none"
      {...(input.usual !== undefined && { placeholder: String(input.usual) })}
      value={typeof value === "number" ? value : ""}
      onChange={next => put(path, typeof next === "number" ? next : undefined)}
    />
  )
}

function OnOff({ path, input, wrapper }: Of<"switch">) {
  const { put } = useEdit()
  const value = useValue(path)
  const { required: _, inputWrapperOrder: __, ...labels } = wrapper
  const on = typeof value === "boolean" ? value : input.usual
  return (
    <Switch
      {...labels}
      checked={on}
      onChange={event => put(path, event.currentTarget.checked === input.usual ? undefined : !on)}
    />
  )
}

function Choice({ path, input, wrapper }: Of<"choice">) {
  const { put } = useEdit()
  const value = useValue(path)
  return (
    <Select
      {...wrapper}
      allowDeselect={false}
      data={input.options as never}
      value={asText(value) || input.usual || null}
      onChange={next => put(path, next === null || next === input.usual ? undefined : next)}
    />
  )
}

const asTexts = (value: Value | undefined): string[] =>
  isList(value) ? value.filter(item => typeof item === "string") : []

/** A list with nothing in it is left out. */
const filled = (items: readonly string[]) => (items.length > 0 ? items : undefined)

function SeveralChoices({ path, input, wrapper }: Of<"several choices">) {
  const { put } = useEdit()
  const value = useValue(path)
  return (
    <MultiSelect
      {...wrapper}
      data={input.options as never}
      value={value === undefined ? [...input.usual] : asTexts(value)}
      onChange={next => put(path, next.join() === input.usual.join() ? undefined : next)}
    />
  )
}

function Words({ path, input, wrapper }: Of<"words">) {
  const { put } = useEdit()
  const value = asTexts(useValue(path))
  return (
    <TagsInput
      {...wrapper}
      {...(value.length === 0 && input.placeholder && { placeholder: input.placeholder })}
      value={value}
      onChange={next => put(path, filled(next))}
    />
  )
}

function One({ path, input, wrapper }: Of<"one">) {
  const { put } = useEdit()
  const value = asText(useValue(path))
  const options = withUnknown(useOptions(input.kind, path), value ? [value] : [])
  return (
    <Select
      {...wrapper}
      searchable
      clearable={!wrapper.required}
      clearButtonProps={{ "aria-label": t`Leave out` }}
      placeholder={input.none}
      data={options}
      value={value || null}
      onChange={next => put(path, next ?? undefined)}
    />
  )
}

function Several({ path, input, wrapper }: Of<"several">) {
  const { put } = useEdit()
  const value = asTexts(useValue(path))
  const options = withUnknown(useOptions(input.kind, path), value)
  return (
    <MultiSelect
      {...wrapper}
      searchable
      data={options}
      value={value}
      onChange={next => put(path, filled(next))}
    />
  )
}

/** A name that leads nowhere is shown too, so that it can be taken out. */
const withUnknown = (options: { value: string; label: string }[], chosen: readonly string[]) => [
  ...options,
  ...chosen.filter(key => !options.some(one => one.value === key)).map(value => ({ value, label: value })),
]

function Colour({ path, input, wrapper }: Of<"colour">) {
  const { value, onChange, onBlur } = useText(path, false)
  return (
    <ColorInput
      {...wrapper}
      format="hex"
      placeholder={input.usual}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      eyeDropperButtonProps={{ "aria-label": t`Pick from the screen` }}
    />
  )
}
