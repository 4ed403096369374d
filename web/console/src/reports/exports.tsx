// The report as a file, with its filters: plain links that the browser downloads.

import { t } from "@lingui/core/macro"
import { Button } from "@mantine/core"
import { IconDownload } from "@tabler/icons-react"
import type { Asked } from "./address.ts"
import { useExportAddress } from "./use-reports.ts"

const FORMATS = ["csv", "xlsx", "json"] as const

export function Exports({ name, asked }: { name: string; asked: Asked }) {
  const addressOf = useExportAddress()
  return (
    <Button.Group>
      {FORMATS.map((format, at) => (
        <Button
          key={format}
          component="a"
          href={addressOf(name, asked, format)}
          download
          variant="default"
          size="xs"
          leftSection={at === 0 && <IconDownload size={16} aria-hidden="true" />}
          aria-label={t`Export as ${format.toUpperCase()}`}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </Button.Group>
  )
}
