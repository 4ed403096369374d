// The first page: e-mail and password, and what to do when they do not fit.

import { ProblemError } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Alert, Button, PasswordInput, TextInput } from "@mantine/core"
import { IconAlertCircle } from "@tabler/icons-react"
import { type FormEvent, useState } from "react"
import { problemInBrief, problemInWords } from "../server-words/problems.ts"
import { Brand } from "../ui/brand.tsx"
import { useSignIn } from "./session.ts"
import styles from "./sign-in.module.css"

export function SignIn() {
  const [email, setEmail] = useState("")
  const [password, setPassword] = useState("")
  const signIn = useSignIn()

  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ email: email.trim(), password })
  }

  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={submit} aria-labelledby="sign-in-title">
        <Brand size={36} />
        <div>
          <h1 id="sign-in-title" className={styles.title}>
            <Trans>Sign in to Baton</Trans>
          </h1>
          <p className={styles.lead}>
            <Trans>Your conversations are where you left them.</Trans>
          </p>
        </div>
        {signIn.isError && (
          <Alert color="red" variant="light" icon={<IconAlertCircle />} title={failure(signIn.error).title}>
            {failure(signIn.error).advice}
          </Alert>
        )}
        <TextInput
          label={t`E-mail`}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          data-autofocus
          autoFocus
          value={email}
          onChange={event => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t`Password`}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={signIn.isPending} fullWidth>
          <Trans>Sign in</Trans>
        </Button>
      </form>
    </main>
  )
}

function failure(error: Error): { title: string; advice: string } {
  if (!(error instanceof ProblemError)) return { title: t`Something went wrong here`, advice: t`Try again.` }
  switch (error.code) {
    case "wrong_credentials":
      return {
        title: t`E-mail address or password is wrong`,
        advice: t`Check both and try again. Your administrator can set a new password.`,
      }
    case "rate_limited":
      return { title: t`Too many attempts`, advice: t`Wait a minute, then try again.` }
    default:
      return { title: problemInWords(error.problem).title, advice: problemInBrief(error.problem) }
  }
}
