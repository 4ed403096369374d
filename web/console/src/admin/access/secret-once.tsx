// A secret that is shown once: to be copied now or made again.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Alert, Button, CopyButton, Group, TextInput } from "@mantine/core"
import { IconCheck, IconCopy, IconKey } from "@tabler/icons-react"

interface SecretOnceProps {
  title: string
  label: string
  secret: string
  advice: string
  onDone: () => void
}

export function SecretOnce({ title, label, secret, advice, onDone }: SecretOnceProps) {
  return (
    <Alert color="amber" variant="light" icon={<IconKey />} title={title} role="alert">
      <p>{advice}</p>
      <Group align="end" gap="xs">
        <TextInput
          label={label}
          value={secret}
          readOnly
          w={360}
          maw="100%"
          onFocus={event => event.currentTarget.select()}
        />
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
            >
              {copied ? t`Copied` : t`Copy`}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onDone}>
          <Trans>I have kept it</Trans>
        </Button>
      </Group>
    </Alert>
  )
}
