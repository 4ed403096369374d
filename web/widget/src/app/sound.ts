// Two soft tones when a message comes and nobody looks. Whether they may sound is this browser's to remember.

const KEY = "baton.muted"

/** Storage may be forbidden; then it is remembered as long as the page. */
let silent = false
try {
  silent = localStorage.getItem(KEY) !== null
} catch {}

export const muted = (): boolean => silent

export function mute(wanted: boolean): void {
  silent = wanted
  try {
    if (wanted) localStorage.setItem(KEY, "1")
    else localStorage.removeItem(KEY)
  } catch {}
}

let context: AudioContext | undefined

/** Silent where the browser has not been touched yet: it would refuse. */
export function chime(): void {
  if (silent || !navigator.userActivation?.hasBeenActive) return
  context ??= new AudioContext()
  const { currentTime: now, destination } = context
  for (const [at, hertz] of [
    [0, 660],
    [0.12, 880],
  ] as const) {
    const tone = new OscillatorNode(context, { frequency: hertz })
    const volume = new GainNode(context, { gain: 0 })
    tone.connect(volume).connect(destination)
    volume.gain.setValueAtTime(0, now + at)
    volume.gain.linearRampToValueAtTime(0.08, now + at + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, now + at + 0.35)
    tone.start(now + at)
    tone.stop(now + at + 0.4)
  }
}
