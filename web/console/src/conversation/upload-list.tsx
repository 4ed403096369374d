// Files that wait to be sent: progress, failure, and a way to take each back.

import { t } from "@lingui/core/macro"
import { ActionIcon, Progress } from "@mantine/core"
import { IconFile, IconX } from "@tabler/icons-react"
import { bytesInWords } from "../words.ts"
import styles from "./upload-list.module.css"
import type { Upload } from "./uploads.ts"

interface UploadListProps {
  uploads: readonly Upload[]
  onRemove: (upload: Upload) => void
}

export function UploadList({ uploads, onRemove }: UploadListProps) {
  if (uploads.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t`Files to send`}>
      {uploads.map(upload => (
        <li key={upload.key} className={styles.upload} data-failed={upload.failed !== undefined}>
          {upload.preview ? (
            <img className={styles.preview} src={upload.preview} alt="" width={40} height={40} />
          ) : (
            <IconFile size={20} stroke={1.6} aria-hidden="true" />
          )}
          <span className={styles.name} dir="auto">
            {upload.name}
          </span>
          <span className={styles.facts}>{upload.failed ?? bytesInWords(upload.bytes)}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t`Remove ${upload.name}`}
            onClick={() => onRemove(upload)}
          >
            <IconX size={14} />
          </ActionIcon>
          {!upload.arrived && !upload.failed && (
            <Progress
              className={styles.progress}
              size={3}
              value={upload.progress * 100}
              aria-label={t`Uploading ${upload.name}`}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
