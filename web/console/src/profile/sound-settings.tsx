// Which events are heard and how loud, each to be tried.

import type { Sounds } from "@baton/protocol"
import { t } from "@lingui/core/macro"
import { Button, Slider, Switch } from "@mantine/core"
import { IconPlayerPlay } from "@tabler/icons-react"
import { useState } from "react"
import { play, type Sound } from "../desk/sound.ts"
import styles from "./profile-page.module.css"

const EVENTS: { sound: Sound; name: string; when: string }[] = [
  { sound: "offer", name: t`Offer`, when: t`A conversation is offered to you` },
  { sound: "assigned", name: t`Assigned to me`, when: t`A conversation becomes yours` },
  { sound: "message", name: t`Message`, when: t`A visitor of yours writes` },
  { sound: "raised_hand", name: t`Raised hand`, when: t`An agent you supervise asks for help` },
]

interface SoundSettingsProps {
  sounds: Sounds
  onChange: (sounds: Sounds) => void
}

export function SoundSettings({ sounds, onChange }: SoundSettingsProps) {
  /** While it is dragged. */
  const [dragged, setDragged] = useState<number>()
  const volume = dragged ?? sounds.volume
  return (
    <>
      <ul className={styles.rows}>
        {EVENTS.map(({ sound, name, when }) => (
          <li key={sound} className={styles.row}>
            <Switch
              label={name}
              description={when}
              checked={sounds[sound]}
              onChange={event => onChange({ ...sounds, [sound]: event.currentTarget.checked })}
            />
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlayerPlay size={14} aria-hidden="true" />}
              aria-label={t`Try the sound of ${name}`}
              onClick={() => play(sound, { volume })}
            >
              {t`Try`}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.choice}>
        <span>{t`Volume`}</span>
        <Slider
          className={styles.volume}
          thumbLabel={t`Volume`}
          min={0}
          max={100}
          step={10}
          label={value => `${value} %`}
          value={volume}
          onChange={setDragged}
          onChangeEnd={value => {
            setDragged(undefined)
            onChange({ ...sounds, volume: value })
          }}
        />
      </div>
      <Switch
        label={t`Only while the console is hidden`}
        checked={sounds.only_hidden}
        onChange={event => onChange({ ...sounds, only_hidden: event.currentTarget.checked })}
      />
      <Switch
        label={t`Repeat offers and raised hands until they are seen`}
        checked={sounds.repeat}
        onChange={event => onChange({ ...sounds, repeat: event.currentTarget.checked })}
      />
    </>
  )
}
