// Who signs in: the agents in force with their accounts. Agents come from the document; here they get a password,
// lose their sessions, are shut out and let in again.

import type { PasswordMade, User, Users } from "@baton/protocol"
import { plural, t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { ActionIcon, Badge, Button, Menu, Stack, Table } from "@mantine/core"
import { IconDots } from "@tabler/icons-react"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { tellRefused } from "../../desk/commands.ts"
import { useDeskContext } from "../../desk/desk-context.tsx"
import { http } from "../../session/session.ts"
import { AskDialog } from "../../ui/ask-dialog.tsx"
import { when } from "../form/when.ts"
import { PageHead } from "../page/page-head.tsx"
import { Waiting } from "../page/waiting.tsx"
import styles from "./access.module.css"
import { SecretOnce } from "./secret-once.tsx"

type Act = "create" | "password" | "sign out" | "disable" | "enable"

interface Asked {
  act: Act
  user: User
}

export default function UsersPage() {
  const { base } = useDeskContext()
  const queries = useQueryClient()
  const queryKey = ["users", base]
  const { data } = useQuery({ queryKey, queryFn: ({ signal }) => http.get<Users>(`${base}/users`, signal) })
  const [asked, setAsked] = useState<Asked>()
  const [made, setMade] = useState<{ user: User; password: string }>()
  const act = useMutation({
    mutationFn: (wanted: Asked) => run(base, wanted),
    onSuccess: (password, { user }) => {
      if (password) setMade({ user, password })
      return queries.invalidateQueries({ queryKey })
    },
    onError: tellRefused,
  })
  if (!data) return <Waiting />
  return (
    <>
      <PageHead title={t`Sign-in`}>
        <Trans>
          Every agent in force and whether they can sign in. Somebody new is added under Agents first. What is
          done here acts at once.
        </Trans>
      </PageHead>
      <Stack className={styles.page}>
        {made && (
          <SecretOnce
            title={t`${made.user.name} can sign in`}
            label={t`Password`}
            secret={made.password}
            advice={t`It is shown this once. Pass it on with the address ${made.user.email}, by a way that others do not read.`}
            onDone={() => setMade(undefined)}
          />
        )}
        <Table.ScrollContainer minWidth={640}>
          <Table verticalSpacing="sm" aria-label={t`Users`}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t`Who`}</Table.Th>
                <Table.Th>{t`Account`}</Table.Th>
                <Table.Th>{t`Last seen`}</Table.Th>
                <Table.Th>
                  <span className="hidden">{t`Actions`}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.users.map(user => (
                <Table.Tr key={user.agent}>
                  <Table.Td className={styles.who}>
                    {user.name}
                    <span>{user.email}</span>
                  </Table.Td>
                  <Table.Td>
                    <Standing user={user} />
                  </Table.Td>
                  <Table.Td className="figures">
                    {user.account?.last_seen_at ? when(user.account.last_seen_at) : t`not signed in`}
                  </Table.Td>
                  <Table.Td>
                    {user.account ? (
                      <UserMenu user={user} onAsk={wanted => setAsked({ act: wanted, user })} />
                    ) : (
                      <Button
                        variant="default"
                        size="compact-sm"
                        loading={act.isPending && act.variables.user === user}
                        aria-label={t`Let ${user.name} sign in`}
                        onClick={() => act.mutate({ act: "create", user })}
                      >
                        <Trans>Let sign in</Trans>
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Stack>
      {asked && (
        <AskDialog
          {...wordsOf(asked)}
          busy={act.isPending}
          onClose={() => setAsked(undefined)}
          onDo={() =>
            act.mutateAsync(asked).then(
              () => true,
              () => false,
            )
          }
        />
      )}
    </>
  )
}

async function run(base: string, { act, user: { agent } }: Asked): Promise<string | undefined> {
  const address = `${base}/users`
  switch (act) {
    case "create":
      return (await http.ask<PasswordMade>("POST", address, { agent })).password
    case "password":
      return (await http.ask<PasswordMade>("POST", `${address}/${agent}/password`)).password
    case "sign out":
      await http.ask("DELETE", `${address}/${agent}/sessions`)
      return undefined
    case "disable":
    case "enable":
      await http.ask("POST", `${address}/${agent}/${act}`)
      return undefined
  }
}

function wordsOf({ act, user: { name } }: Asked): { title: string; outcome: string; verb: string } {
  switch (act) {
    case "create":
    case "enable":
      return { title: t`Let ${name} sign in?`, outcome: t`With the password they had.`, verb: t`Let in` }
    case "password":
      return {
        title: t`A new password for ${name}?`,
        outcome: t`The old one is worth nothing at once, and they are signed out everywhere.`,
        verb: t`Make a password`,
      }
    case "sign out":
      return {
        title: t`Sign ${name} out?`,
        outcome: t`Everywhere. Their conversations are kept for the grace of a lost connection; they can sign in again.`,
        verb: t`Sign out`,
      }
    case "disable":
      return {
        title: t`Shut ${name} out?`,
        outcome: t`They are signed out everywhere and cannot sign in until they are let in again.`,
        verb: t`Shut out`,
      }
  }
}

function Standing({ user: { account } }: { user: User }) {
  if (!account) return <Badge tt="none" variant="light" color="gray">{t`cannot sign in`}</Badge>
  if (account.disabled_at) return <Badge tt="none" variant="light" color="red">{t`shut out`}</Badge>
  return (
    <Badge tt="none" variant="light">
      {account.sessions === 0
        ? t`can sign in`
        : plural(account.sessions, { one: "signed in on # browser", other: "signed in on # browsers" })}
    </Badge>
  )
}

function UserMenu({ user: { name, account }, onAsk }: { user: User; onAsk: (act: Act) => void }) {
  if (!account) return null
  return (
    <Menu width={260}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t`Actions for ${name}`}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {account.shared && (
          <Menu.Label>
            <Trans>Also in another workspace: changed on the command line</Trans>
          </Menu.Label>
        )}
        <Menu.Item disabled={account.shared} onClick={() => onAsk("password")}>
          <Trans>New password…</Trans>
        </Menu.Item>
        <Menu.Item disabled={account.shared || account.sessions === 0} onClick={() => onAsk("sign out")}>
          <Trans>Sign out everywhere…</Trans>
        </Menu.Item>
        {account.disabled_at ? (
          <Menu.Item disabled={account.shared} onClick={() => onAsk("enable")}>
            <Trans>Let in again…</Trans>
          </Menu.Item>
        ) : (
          <Menu.Item disabled={account.shared} color="red" onClick={() => onAsk("disable")}>
            <Trans>Shut out…</Trans>
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
