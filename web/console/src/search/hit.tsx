// One conversation that was found: who, when, with whom, where, and the words around what was looked for.

import type { FoundConversation, FoundPassage } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { IconFile, IconLock, IconUser } from "@tabler/icons-react"
import { Ago } from "../ui/times.tsx"
import { visitorName } from "../words.ts"
import styles from "./hit.module.css"
import { Marked } from "./marked.tsx"

export function Hit({ conversation }: { conversation: FoundConversation }) {
  const { opened_at_ms, closed_at_ms, owner, queue, tags, passages } = conversation
  return (
    <>
      <span className={styles.top}>
        <strong className={styles.name} dir="auto">
          {visitorName(conversation)}
        </strong>
        <span className={styles.when}>
          <Ago at_ms={opened_at_ms} />
        </span>
      </span>
      {passages.map(passage => (
        <Passage key={`${passage.sequence} ${passage.kind} ${passage.text}`} passage={passage} />
      ))}
      <span className={styles.facts}>
        <span dir="auto">{queue.name}</span>
        <span dir="auto">{owner ? owner.name : <Trans>no agent</Trans>}</span>
        {closed_at_ms === undefined && (
          <span className={styles.open}>
            <Trans>Open</Trans>
          </span>
        )}
        {tags.map(tag => (
          <span key={tag} className={styles.tag}>
            {tag}
          </span>
        ))}
      </span>
    </>
  )
}

function Passage({ passage }: { passage: FoundPassage }) {
  const { audience, kind } = passage
  return (
    <span className={styles.passage} data-staff={audience !== "everybody" && kind !== "visitor"}>
      <Sign passage={passage} />
      <span className={styles.words}>
        <Marked text={passage.text} marks={passage.marks} />
      </span>
    </span>
  )
}

/** Whose words they are, where that is not plain: staff only, a file's name, known of the visitor. */
function Sign({ passage: { kind, audience, author } }: { passage: FoundPassage }) {
  if (kind === "visitor" || kind === "comment") {
    const what = kind === "visitor" ? t`Known of the visitor:` : t`The visitor's comment:`
    return (
      <>
        <IconUser className={styles.sign} size={14} stroke={1.8} aria-hidden="true" />
        <span className="hidden">{what}</span>
      </>
    )
  }
  if (kind === "file_name") {
    return (
      <>
        <IconFile className={styles.sign} size={14} stroke={1.8} aria-hidden="true" />
        <span className="hidden">
          <Trans>File:</Trans>
        </span>
      </>
    )
  }
  if (audience !== "everybody") {
    return (
      <>
        <IconLock className={styles.sign} size={14} stroke={1.8} aria-hidden="true" />
        <span className="hidden">
          <Trans>Staff only:</Trans>
        </span>
      </>
    )
  }
  return author.type === "agent" ? <span className={styles.author}>{author.name}:</span> : null
}
