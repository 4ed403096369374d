// A conversation to take along: as colleagues read it or as its visitor does, as text, as data, or as a page to print.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Menu } from "@mantine/core"
import { IconBraces, IconDownload, IconFileText, IconPrinter } from "@tabler/icons-react"
import { useDeskContext } from "../desk/desk-context.tsx"

export function KeepMenu({ conversation }: { conversation: string }) {
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          aria-label={t`Keep the transcript`}
        >
          <Trans>Keep</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>As colleagues read it</Trans>
        </Menu.Label>
        <Forms conversation={conversation} view="internal" />
        <Menu.Divider />
        <Menu.Label>
          <Trans>As the visitor reads it</Trans>
        </Menu.Label>
        <Forms conversation={conversation} view="visitor" />
      </Menu.Dropdown>
    </Menu>
  )
}

function Forms({ conversation, view }: { conversation: string; view: "internal" | "visitor" }) {
  const { base } = useDeskContext()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const address = (form: "txt" | "html" | "json") => {
    const query = new URLSearchParams(form === "json" ? { view } : { view, zone })
    return `${base}/conversations/${conversation}/transcript.${form}?${query}`
  }
  const whose = view === "internal" ? t`with notes` : t`the visitor's`
  return (
    <>
      <Menu.Item
        component="a"
        href={address("txt")}
        download
        leftSection={<IconFileText size={16} aria-hidden="true" />}
        aria-label={t`Text, ${whose}`}
      >
        <Trans>Text</Trans>
      </Menu.Item>
      <Menu.Item
        component="a"
        href={address("json")}
        download
        leftSection={<IconBraces size={16} aria-hidden="true" />}
        aria-label={t`Data (JSON), ${whose}`}
      >
        <Trans>Data (JSON)</Trans>
      </Menu.Item>
      <Menu.Item
        component="a"
        href={address("html")}
        target="_blank"
        rel="noreferrer"
        leftSection={<IconPrinter size={16} aria-hidden="true" />}
        aria-label={t`Page to print, ${whose}`}
      >
        <Trans>Page to print</Trans>
      </Menu.Item>
    </>
  )
}
