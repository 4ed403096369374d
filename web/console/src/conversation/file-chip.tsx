// A file of a message: what it is, how large, and a link that opens it apart from the console.

import { IconFile, IconFileText, IconFileZip, IconPhoto } from "@tabler/icons-react"
import { bytesInWords } from "../words.ts"
import styles from "./file-chip.module.css"

interface FileChipProps {
  file: { name: string; bytes: number; media_type: string; url?: string }
}

export function FileChip({ file }: FileChipProps) {
  const image = file.media_type.startsWith("image/")
  const inside = (
    <>
      {image && file.url ? (
        <img className={styles.picture} src={file.url} alt="" loading="lazy" />
      ) : (
        <Sign media_type={file.media_type} />
      )}
      <span className={styles.name} dir="auto">
        {file.name}
      </span>
      <span className={styles.size}>{bytesInWords(file.bytes)}</span>
    </>
  )
  if (!file.url) return <span className={styles.chip}>{inside}</span>
  return (
    <a className={styles.chip} href={file.url} target="_blank" rel="noopener noreferrer">
      {inside}
    </a>
  )
}

function Sign({ media_type }: { media_type: string }) {
  const props = { size: 20, stroke: 1.6, "aria-hidden": true }
  if (media_type.startsWith("image/")) return <IconPhoto {...props} />
  if (media_type.includes("zip")) return <IconFileZip {...props} />
  if (media_type.startsWith("text/") || media_type.includes("pdf")) return <IconFileText {...props} />
  return <IconFile {...props} />
}
