// Who, at a glance: initials for people, a tier number for queues, a figure for the nameless. A name stands beside it.

import { IconUser, IconUsers } from "@tabler/icons-react"
import styles from "./avatar.module.css"

interface AvatarProps {
  kind: "agent" | "visitor" | "queue"
  name?: string | undefined
  tier?: number | undefined
  size?: number
  /** A dot: present, or gone for the moment. */
  presence?: "here" | "away" | undefined
}

export function Avatar({ kind, name = "", tier, size = 32, presence }: AvatarProps) {
  return (
    <span
      className={styles.avatar}
      data-kind={kind}
      style={{ width: size, height: size, fontSize: size * 0.38 }}
      aria-hidden="true"
    >
      {kind === "visitor" && !name && <IconUser size={size * 0.56} stroke={1.8} />}
      {kind !== "queue" && initials(name)}
      {kind === "queue" && (tier === undefined ? <IconUsers size={size * 0.56} stroke={1.8} /> : `L${tier}`)}
      {presence && <span className={styles.presence} data-presence={presence} />}
    </span>
  )
}

/** The first letters of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return letters
    .map(word => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase()
}
