// API tokens: programs that act as an agent. The secret is shown when it is made and never again.

import type { TokenMade, Tokens } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button, Select, Stack, Table, TextInput } from "@mantine/core"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { tellRefused } from "../../desk/commands.ts"
import { useDeskContext } from "../../desk/desk-context.tsx"
import { useDirectory } from "../../desk/directory.ts"
import { http } from "../../session/session.ts"
import { AskDialog } from "../../ui/ask-dialog.tsx"
import { Message } from "../../ui/message.tsx"
import { when } from "../form/when.ts"
import { PageHead } from "../page/page-head.tsx"
import { Waiting } from "../page/waiting.tsx"
import styles from "./access.module.css"
import { SecretOnce } from "./secret-once.tsx"

type Token = Tokens["tokens"][number]

export default function TokensPage() {
  const { base } = useDeskContext()
  const queries = useQueryClient()
  const queryKey = ["tokens", base]
  const { data } = useQuery({ queryKey, queryFn: ({ signal }) => http.get<Tokens>(`${base}/tokens`, signal) })
  const changed = () => queries.invalidateQueries({ queryKey })
  const make = useMutation({
    mutationFn: (entered: { agent: string; name: string }) =>
      http.ask<TokenMade>("POST", `${base}/tokens`, entered),
    onSuccess: changed,
    onError: tellRefused,
  })
  const revoke = useMutation({
    mutationFn: (id: string) => http.ask("DELETE", `${base}/tokens/${id}`),
    onSuccess: changed,
    onError: tellRefused,
  })
  const [revoking, setRevoking] = useState<Token>()
  const agents = useDirectory().data?.agents.map(({ agent }) => agent) ?? []
  const nameOf = (agent: string | undefined) =>
    agents.find(one => one.id === agent)?.name ?? t`Administration`
  if (!data) return <Waiting />
  return (
    <>
      <PageHead title={t`Tokens`}>
        <Trans>
          A program with a token acts as one agent: a bot, or your own software. Tokens act at once.
        </Trans>
      </PageHead>
      <Stack className={styles.page}>
        <NewToken agents={agents} busy={make.isPending} onMake={make.mutate} />
        {make.data && (
          <SecretOnce
            title={t`The token was made`}
            label={t`Token`}
            secret={make.data.token}
            advice={t`It is shown this once. Whoever has it can act as this agent.`}
            onDone={make.reset}
          />
        )}
        {data.tokens.length === 0 ? (
          <Message title={t`No tokens`}>
            <Trans>Make one for a program that should answer or read.</Trans>
          </Message>
        ) : (
          <Table.ScrollContainer minWidth={560}>
            <Table verticalSpacing="sm" aria-label={t`Tokens`}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t`For`}</Table.Th>
                  <Table.Th>{t`Acts as`}</Table.Th>
                  <Table.Th>{t`Made`}</Table.Th>
                  <Table.Th>{t`Last used`}</Table.Th>
                  <Table.Th>
                    <span className="hidden">{t`Revoke`}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.tokens.map(token => (
                  <Table.Tr key={token.id}>
                    <Table.Td>{token.name}</Table.Td>
                    <Table.Td>{nameOf(token.agent)}</Table.Td>
                    <Table.Td className="figures">{when(token.made_at)}</Table.Td>
                    <Table.Td className="figures">
                      {token.last_used_at ? when(token.last_used_at) : t`never`}
                    </Table.Td>
                    <Table.Td>
                      <Button
                        variant="subtle"
                        color="red"
                        size="compact-sm"
                        aria-label={t`Revoke ${token.name}`}
                        onClick={() => setRevoking(token)}
                      >
                        <Trans>Revoke</Trans>
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Stack>
      {revoking && (
        <AskDialog
          title={t`Revoke “${revoking.name}”?`}
          outcome={t`Whatever uses it is cut off at once. It cannot be brought back.`}
          verb={t`Revoke`}
          busy={revoke.isPending}
          onClose={() => setRevoking(undefined)}
          onDo={() =>
            revoke.mutateAsync(revoking.id).then(
              () => true,
              () => false,
            )
          }
        />
      )}
    </>
  )
}

interface NewTokenProps {
  agents: readonly { id: string; name: string }[]
  busy: boolean
  onMake: (entered: { agent: string; name: string }) => void
}

function NewToken({ agents, busy, onMake }: NewTokenProps) {
  const [agent, setAgent] = useState<string | null>(null)
  const [name, setName] = useState("")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!agent || !name.trim()) return
    onMake({ agent, name: name.trim() })
    setName("")
  }
  return (
    <form onSubmit={submit} className={styles.form} aria-label={t`New token`}>
      <Select
        label={t`Acts as`}
        searchable
        data={agents.map(({ id, name }) => ({ value: id, label: name }))}
        value={agent}
        onChange={setAgent}
      />
      <TextInput
        label={t`What it is for`}
        placeholder={t`Front desk bot`}
        maxLength={80}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy} disabled={!agent || !name.trim()}>
        <Trans>Make a token</Trans>
      </Button>
    </form>
  )
}
