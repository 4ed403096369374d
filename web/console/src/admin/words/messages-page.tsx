// What visitors are told: every moment, the product's words beside the workspace's own, per language, for the
// whole workspace, one pipeline or one stage; as a visitor would read it.

import type { MessagesPreviewed, MessageTrigger, Triggers } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Badge, NativeSelect, Select, Textarea } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useDeskContext } from "../../desk/desk-context.tsx"
import { http } from "../../session/session.ts"
import { useDraft, useEdit, useEntries, useFindings } from "../draft/draft-context.tsx"
import { type Entries, getIn, isEntries, type Path } from "../draft/values.ts"
import { useBuffered } from "../form/buffered.ts"
import { stageName, useLanguages } from "../form/names.ts"
import { languageName } from "../form/texts.tsx"
import { NoYaml } from "../page/entry-section.tsx"
import { PageHead } from "../page/page-head.tsx"
import { useAdminGo, useAdminHref, useAdminPlace } from "../page/place.ts"
import { Waiting } from "../page/waiting.tsx"
import styles from "./messages-page.module.css"
import { moments } from "./triggers.ts"

/** In the address, for the words of the whole workspace. */
const EVERYWHERE = "everywhere"

export default function MessagesPage() {
  const { base } = useDeskContext()
  const { values } = useDraft()
  const { key, inner = EVERYWHERE } = useAdminPlace()
  const triggers = useQuery({
    queryKey: ["document-triggers", base],
    queryFn: ({ signal }) => http.get<Triggers>(`${base}/document/triggers`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!values) return <NoYaml />
  if (!triggers.data) return <Waiting />
  const open = triggers.data.triggers.find(one => one.key === key) ?? triggers.data.triggers[0]
  return (
    <>
      <PageHead title={t`Messages`}>
        <Trans>
          What visitors read at each moment. The nearest words count: those of the stage, then the pipeline,
          the workspace, the product. An empty message says nothing.
        </Trans>
      </PageHead>
      <div className={styles.columns}>
        <MomentList open={open?.key} scope={inner} />
        {open && <Message key={`${open.key} ${inner}`} trigger={open} scope={inner} />}
      </div>
    </>
  )
}

function MomentList({ open, scope }: { open: string | undefined; scope: string }) {
  const href = useAdminHref()
  const go = useAdminGo()
  const roomy = useMediaQuery("(min-width: 1000px)", true, { getInitialValueInEffect: false })
  const written = useEntries([...scopePath(scope), "messages"])
  if (!roomy) {
    return (
      <NativeSelect
        aria-label={t`Moments`}
        value={open ?? ""}
        onChange={event => go("messages", event.currentTarget.value, scope)}
        data={moments.map(group => ({
          group: group.title,
          items: group.moments.map(({ key, name }) => ({ value: key, label: name })),
        }))}
      />
    )
  }
  return (
    <nav aria-label={t`Moments`} className={styles.moments}>
      {moments.map(group => (
        <div key={group.title}>
          <h3 className={styles.group}>{group.title}</h3>
          <ul>
            {group.moments.map(({ key, name }) => (
              <li key={key}>
                <a
                  href={href("messages", key, scope)}
                  className={styles.moment}
                  aria-current={key === open ? "page" : undefined}
                >
                  {name}
                  {Object.hasOwn(written, key) && (
                    <Badge tt="none" size="xs" variant="light">
                      <Trans>own</Trans>
                    </Badge>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/** `everywhere`, `support` or `support.first_line`, as a path of the document. */
function scopePath(scope: string): Path {
  if (scope === EVERYWHERE) return []
  const [pipeline = "", stage] = scope.split(".")
  return stage === undefined ? ["pipelines", pipeline] : ["pipelines", pipeline, "stages", stage]
}

function Message({ trigger, scope }: { trigger: MessageTrigger; scope: string }) {
  const { values } = useDraft()
  const go = useAdminGo()
  const path = [...scopePath(scope), "messages", trigger.key]
  const written = useEntries(path)
  const languages = [...new Set([...useLanguages(), ...Object.keys(written)])]
  const name = moments.flatMap(group => group.moments).find(({ key }) => key === trigger.key)?.name
  const said = usePreview(trigger, written, languages)
  return (
    <section className={styles.message} aria-label={name ?? trigger.key}>
      <div className={styles.head}>
        <h3 className={styles.title}>{name ?? trigger.key}</h3>
        <code>{trigger.key}</code>
        <Select
          label={t`For`}
          allowDeselect={false}
          data={scopes(values)}
          value={scope}
          onChange={next => next && go("messages", trigger.key, next)}
        />
      </div>
      <p className={styles.variables}>
        <Trans>It may name</Trans>{" "}
        {trigger.variables.map(one => (one === "visitor" ? "visitor.*" : one)).join(", ")}
      </p>
      {languages.map(code => (
        <Words
          key={code}
          path={[...path, code]}
          code={code}
          own={written[code]}
          product={trigger.texts[code]}
          said={said?.texts[code]}
        />
      ))}
    </section>
  )
}

function scopes(values: Entries | undefined) {
  const pipelines = getIn(values, ["pipelines"])
  const groups = isEntries(pipelines) ? Object.entries(pipelines) : []
  return [
    { value: EVERYWHERE, label: t`The whole workspace` },
    ...groups.map(([pipeline, entry]) => {
      const stages = getIn(entry, ["stages"])
      const items = isEntries(stages) ? Object.entries(stages) : []
      const name = String(getIn(entry, ["name"]) ?? pipeline)
      return {
        group: name,
        items: [
          { value: pipeline, label: t`All of ${name}` },
          ...items.map(([stage, one]) => ({
            value: `${pipeline}.${stage}`,
            label: `${name} › ${stageName(values, stage, one)}`,
          })),
        ],
      }
    }),
  ]
}

/** What would be said in each language: the own words where there are some, else the product's. */
function usePreview(trigger: MessageTrigger, written: Entries, languages: readonly string[]) {
  const { base } = useDeskContext()
  const texts = Object.fromEntries(
    languages.map(code => [
      code,
      typeof written[code] === "string" ? written[code] : (trigger.texts[code] ?? ""),
    ]),
  )
  const { data } = useQuery({
    queryKey: ["message-preview", base, trigger.key, texts],
    queryFn: () =>
      http.ask<MessagesPreviewed>("POST", `${base}/document/preview/messages`, {
        trigger: trigger.key,
        texts,
      }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
  return data
}

interface WordsProps {
  path: Path
  code: string
  own: unknown
  product: string | undefined
  said: MessagesPreviewed["texts"][string] | undefined
}

function Words({ path, code, own, product, said }: WordsProps) {
  const { put } = useEdit()
  const findings = useFindings(path)
  const text = typeof own === "string" ? own : ""
  const field = useBuffered(text, next => next !== text && put(path, next))
  const faults = said?.faults ?? []
  const wrong = [...faults, ...(faults.length === 0 ? findings : [])]
  const language = languageName(code)
  return (
    <div className={styles.words}>
      <div>
        <Textarea
          label={language}
          autosize
          minRows={2}
          lang={code}
          dir="auto"
          placeholder={product ?? t`The product says nothing here`}
          error={
            wrong.map(({ message, help }) => (help ? `${message} – ${help}` : message)).join("\n") ||
            undefined
          }
          value={field.value}
          onBlur={field.onBlur}
          onChange={event => field.onChange(event.currentTarget.value)}
        />
        {typeof own === "string" ? (
          <button type="button" className={styles.plain} onClick={() => put(path, undefined)}>
            <Trans>Back to the words further up</Trans>
          </button>
        ) : (
          <button type="button" className={styles.plain} onClick={() => put(path, product ?? "")}>
            {product ? t`Begin with the product's words` : t`Say nothing on purpose`}
          </button>
        )}
      </div>
      <figure className={styles.preview}>
        <figcaption>{t`As read in ${language}`}</figcaption>
        {said?.said ? (
          <p className={styles.bubble} lang={code} dir="auto">
            {said.said}
          </p>
        ) : (
          <p className={styles.silent}>
            {faults.length > 0 ? t`Cannot be shown until it is mended` : t`Nothing is said`}
          </p>
        )}
      </figure>
    </div>
  )
}
