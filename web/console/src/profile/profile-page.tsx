// One's own page: who one is, and how the console sounds, looks and is driven. Every change is kept at once.

import type { Settings } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Trans, useLingui } from "@lingui/react/macro"
import { SegmentedControl, Select, Switch } from "@mantine/core"
import type { ReactNode } from "react"
import { tellRefused } from "../desk/commands.ts"
import { useDeskContext, useMe, useSettings } from "../desk/desk-context.tsx"
import { chooseLanguage, type Language, languages } from "../language/language.ts"
import { useSession } from "../session/session.ts"
import { Avatar } from "../ui/avatar.tsx"
import styles from "./profile-page.module.css"
import { ShortcutSettings } from "./shortcut-settings.tsx"
import { SoundSettings } from "./sound-settings.tsx"

export default function ProfilePage() {
  const { i18n } = useLingui()
  const { settings: kept } = useDeskContext()
  const settings = useSettings()
  const change = (part: Partial<Settings>) => kept.change(part).catch(tellRefused)

  return (
    <main className={styles.page}>
      <h2 className={styles.title}>
        <Trans>Profile</Trans>
      </h2>
      <Who />
      <Section title={t`Language and look`}>
        <Select
          label={t`Language`}
          w={240}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          value={i18n.locale}
          allowDeselect={false}
          onChange={async value => {
            if (!value) return
            await change({ language: value })
            chooseLanguage(value as Language)
          }}
        />
        <Choice label={t`Density`}>
          <SegmentedControl
            aria-label={t`Density`}
            value={settings.density}
            onChange={density => change({ density: density as Settings["density"] })}
            data={[
              { value: "comfortable", label: t`Comfortable` },
              { value: "compact", label: t`Compact` },
            ]}
          />
        </Choice>
        <Choice label={t`A message is sent with`}>
          <SegmentedControl
            aria-label={t`A message is sent with`}
            value={settings.send_key}
            onChange={send_key => change({ send_key: send_key as Settings["send_key"] })}
            data={[
              { value: "enter", label: t`Enter` },
              { value: "ctrl_enter", label: t`Ctrl + Enter` },
            ]}
          />
        </Choice>
      </Section>
      <Section title={t`Sounds`}>
        <SoundSettings sounds={settings.sounds} onChange={sounds => change({ sounds })} />
      </Section>
      <Section title={t`Notifications`}>
        <Switch
          label={t`Notifications of the system while the console is hidden`}
          description={notificationWords()}
          disabled={!("Notification" in window) || Notification.permission === "denied"}
          checked={settings.desktop_notifications}
          onChange={async event => {
            const wanted = event.currentTarget.checked
            if (wanted && (await Notification.requestPermission()) !== "granted") return
            await change({ desktop_notifications: wanted })
          }}
        />
      </Section>
      <Section title={t`Shortcuts`}>
        <ShortcutSettings settings={settings} onChange={shortcuts => change({ shortcuts })} />
      </Section>
    </main>
  )
}

function notificationWords(): string | undefined {
  if (!("Notification" in window)) return t`This browser has none.`
  return Notification.permission === "denied"
    ? t`Blocked in this browser: allow them in its settings for this page.`
    : undefined
}

function Who() {
  const me = useMe()
  const { data: session } = useSession()
  if (!me || !session) return null
  return (
    <div className={styles.who}>
      <Avatar kind="agent" name={me.name} size={56} />
      <div>
        <strong className={styles.name} dir="auto">
          {me.name}
        </strong>
        <p className={styles.hint}>{session.account.email}</p>
        <p className={styles.hint}>
          <Trans>Name and address are changed by an administrator.</Trans>
        </p>
      </div>
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  )
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.choice}>
      <span>{label}</span>
      {children}
    </div>
  )
}
