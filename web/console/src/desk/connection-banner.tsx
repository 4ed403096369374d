// Says when the socket is lost, what that means, and when it is tried again. What was typed is kept.

import { t } from "@lingui/core/macro"
import { Trans } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { IconPlugConnectedX } from "@tabler/icons-react"
import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { secondsLeft } from "../ui/ring.tsx"
import styles from "./connection-banner.module.css"
import { useConnectionState, useDeskContext } from "./desk-context.tsx"

/** A reconnect that takes less than this is not worth a word. */
const PATIENCE_MS = 1_500

export function ConnectionBanner() {
  const { connection } = useDeskContext()
  const state = useConnectionState()
  const queries = useQueryClient()
  const [late, setLate] = useState(false)
  const open = state.at === "open"
  const over = state.at === "ended" && state.goodbye !== undefined
  const knocking = state.at === "waiting" ? state.attempts : 0

  useEffect(() => {
    if (open) return setLate(false)
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [open])

  // A handshake that is turned away looks like a lost line; whether it was the session, only HTTP can say.
  useEffect(() => {
    if (over || knocking >= 2) queries.invalidateQueries({ queryKey: ["session"] })
  }, [queries, over, knocking])

  return (
    <div className={styles.region} role="status" aria-label={t`Connection`}>
      {late && !open && (
        <div className={styles.banner}>
          <IconPlugConnectedX size={20} stroke={1.6} aria-hidden="true" />
          <span>
            <Trans>
              <strong>{over ? t`The connection has ended.` : t`The connection is lost.`}</strong> You see the
              desk as it was. What you send is kept and goes out once the connection is back.
            </Trans>
          </span>
          <span className={styles.retry}>
            {state.at === "waiting" && <NextTry until_ms={state.until_ms} />}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => connection.connect()}
              loading={state.at === "connecting"}
            >
              <Trans>Reconnect</Trans>
            </Button>
          </span>
        </div>
      )}
    </div>
  )
}

/** Counts on the computer's own clock, which set the time of the next attempt. */
function NextTry({ until_ms }: { until_ms: number }) {
  const [seconds, setSeconds] = useState(() => secondsLeft(until_ms, Date.now()))
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsLeft(until_ms, Date.now())), 500)
    return () => clearInterval(timer)
  }, [until_ms])
  return (
    <span className="figures" aria-hidden="true">
      <Trans>Next try in {seconds} s</Trans>
    </span>
  )
}
