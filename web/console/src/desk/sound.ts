// Two sounds, made by the browser: a ring for offers, a tap for messages. Silent until the page was touched once,
// as browsers demand.

let audio: AudioContext | undefined

/** Two rising notes; `loudness` from 0 to 1. */
export function ring(loudness: number): void {
  note(660, 0, loudness * 0.2)
  note(880, 0.16, loudness * 0.2)
}

/** One short, soft note. */
export function tap(): void {
  note(520, 0, 0.08)
}

function note(frequency: number, after_s: number, gain: number): void {
  audio ??= new AudioContext()
  const start = audio.currentTime + after_s
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.frequency.value = frequency
  volume.gain.setValueAtTime(gain, start)
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.3)
  tone.connect(volume).connect(audio.destination)
  tone.start(start)
  tone.stop(start + 0.32)
}
