// One text in several languages. An empty one is left out.

import { t } from "@lingui/core/macro"
import { Input, Select, Textarea, TextInput } from "@mantine/core"
import { regional } from "../../language/language.ts"
import { useEdit, useEntries, useFindings } from "../draft/draft-context.tsx"
import type { Path } from "../draft/values.ts"
import { useBuffered } from "./buffered.ts"
import type { Wrapper } from "./field.tsx"
import { useLanguages, useOwnLanguage } from "./names.ts"
import type { Input as FieldInput } from "./spec.ts"
import styles from "./texts.module.css"

/** Offered where a language is added; any other may stand in the YAML. */
export const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pl", "pt", "tr", "uk", "ar", "he", "zh", "ja"]

export const languageName = (code: string): string =>
  new Intl.DisplayNames(regional(), { type: "language" }).of(code) ?? code

interface TextsProps {
  path: Path
  input: Extract<FieldInput, { type: "texts" }>
  wrapper: Wrapper
}

export function Texts({ path, input: { long = false, others = false }, wrapper }: TextsProps) {
  const { set } = useEdit()
  const written = useEntries(path)
  const own = useOwnLanguage()
  const offered = useLanguages().filter(code => !others || code !== own)
  const languages = [...new Set([...offered, ...Object.keys(written)])]
  const more = LANGUAGES.filter(code => !languages.includes(code))
  const label = String(wrapper.label)
  return (
    <Input.Wrapper
      {...wrapper}
      inputWrapperOrder={["label", "description", "input", "error"]}
      labelElement="div"
    >
      <fieldset className={styles.texts} aria-label={label}>
        {languages.map(code => (
          <Text key={code} path={[...path, code]} code={code} value={written[code]} long={long} />
        ))}
        <Select
          aria-label={t`Add a language to ${label}`}
          placeholder={t`Add a language`}
          className={styles.add}
          data={more.map(value => ({ value, label: languageName(value) }))}
          value={null}
          onChange={code => code && set([...path, code], "")}
        />
      </fieldset>
    </Input.Wrapper>
  )
}

interface TextProps {
  path: Path
  code: string
  value: unknown
  long: boolean
}

function Text({ path, code, value, long }: TextProps) {
  const { put } = useEdit()
  const findings = useFindings(path)
  const text = typeof value === "string" ? value : ""
  const field = useBuffered(text, next => {
    if (next !== text) put(path, next === "" ? undefined : next)
  })
  const shared = {
    label: languageName(code),
    lang: code,
    dir: "auto",
    error: findings.map(found => found.message).join("\n") || undefined,
    value: field.value,
    onBlur: field.onBlur,
  } as const
  return long ? (
    <Textarea
      {...shared}
      autosize
      minRows={2}
      onChange={event => field.onChange(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...shared} onChange={event => field.onChange(event.currentTarget.value)} />
  )
}
