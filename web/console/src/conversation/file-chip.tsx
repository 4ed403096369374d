// A file of a message. A picture is shown in a room of fixed size, so that nothing jumps when it arrives, and opens
// large; anything else says what it is and how large, and opens apart from the console.

import { t } from "@lingui/core/macro"
import { Modal } from "@mantine/core"
import { IconFile, IconFileText, IconFileZip, IconPhoto } from "@tabler/icons-react"
import { useState } from "react"
import { bytesInWords } from "../words.ts"
import styles from "./file-chip.module.css"

interface FileChipProps {
  file: { name: string; bytes: number; media_type: string; url?: string; erased?: boolean }
}

export function FileChip({ file }: FileChipProps) {
  if (file.url && isPicture(file.media_type)) return <Picture name={file.name} url={file.url} />
  const inside = (
    <>
      <Sign media_type={file.media_type} />
      <span className={styles.name} dir="auto">
        {file.name}
      </span>
      <span className={styles.size}>{file.erased ? t`erased` : bytesInWords(file.bytes)}</span>
    </>
  )
  if (!file.url) return <span className={styles.chip}>{inside}</span>
  return (
    <a className={styles.chip} href={file.url} target="_blank" rel="noopener noreferrer">
      {inside}
    </a>
  )
}

/** What browsers draw and the server passes on as a picture. */
const isPicture = (media_type: string) => /^image\/(png|jpeg|gif|webp|avif)$/.test(media_type)

function Picture({ name, url }: { name: string; url: string }) {
  const [large, setLarge] = useState(false)
  return (
    <>
      <button
        type="button"
        className={styles.thumbnail}
        aria-label={t`Open ${name} large`}
        onClick={() => setLarge(true)}
      >
        <img src={url} alt="" loading="lazy" width={240} height={160} />
        <span className={styles.caption} dir="auto">
          {name}
        </span>
      </button>
      <Modal opened={large} onClose={() => setLarge(false)} title={name} size="auto" centered>
        <img className={styles.large} src={url} alt={name} />
        <p className={styles.apart}>
          <a href={url} target="_blank" rel="noopener noreferrer">
            {t`Open apart`}
          </a>
        </p>
      </Modal>
    </>
  )
}

function Sign({ media_type }: { media_type: string }) {
  const props = { size: 20, stroke: 1.6, "aria-hidden": true }
  if (media_type.startsWith("image/")) return <IconPhoto {...props} />
  if (media_type.includes("zip")) return <IconFileZip {...props} />
  if (media_type.startsWith("text/") || media_type.includes("pdf")) return <IconFileText {...props} />
  return <IconFile {...props} />
}
