// The sounds of the console, made by the browser: one for each event, told apart by their notes. Silent until the
// page was touched once, as browsers demand.

import type { Sounds } from "@baton/protocol"

/** What is heard: the events of the settings. */
export type Sound = "offer" | "assigned" | "message" | "raised_hand"

/** Frequency in Hz and when it begins, in seconds; how long each lasts. */
const NOTES: Record<Sound, { notes: [hertz: number, after_s: number][]; lasts_s: number }> = {
  offer: {
    notes: [
      [660, 0],
      [880, 0.16],
    ],
    lasts_s: 0.32,
  },
  assigned: {
    notes: [
      [523, 0],
      [659, 0.12],
      [784, 0.24],
    ],
    lasts_s: 0.3,
  },
  message: { notes: [[520, 0]], lasts_s: 0.3 },
  raised_hand: {
    notes: [
      [988, 0],
      [740, 0.14],
      [988, 0.28],
    ],
    lasts_s: 0.24,
  },
}

/** At full volume a note is this loud: ten consoles in one room. */
const GAIN_MAX = 0.28

let audio: AudioContext | undefined

/** Plays a sound as loud as the settings say; `softly` when it repeats itself. */
export function play(sound: Sound, { volume }: Pick<Sounds, "volume">, softly = false): void {
  const gain = (volume / 100) * GAIN_MAX * (softly ? 0.4 : 1)
  if (gain === 0) return
  for (const [hertz, after_s] of NOTES[sound].notes) note(hertz, after_s, NOTES[sound].lasts_s, gain)
}

function note(hertz: number, after_s: number, lasts_s: number, gain: number): void {
  audio ??= new AudioContext()
  const start = audio.currentTime + after_s
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.frequency.value = hertz
  volume.gain.setValueAtTime(gain, start)
  volume.gain.exponentialRampToValueAtTime(0.0001, start + lasts_s)
  tone.connect(volume).connect(audio.destination)
  tone.start(start)
  tone.stop(start + lasts_s + 0.02)
}
