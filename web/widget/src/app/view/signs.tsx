// Small pictures: avatars, the mark of the hand-over, and the icons of buttons. None is read out.

export function Avatar({ name }: { name: string }) {
  const initials = name.split(/\s+/).map(word => [...word][0] ?? "")
  return (
    <span class="avatar" aria-hidden="true">
      {(initials[0] ?? "") + (initials.length > 1 ? initials.at(-1) : "")}
    </span>
  )
}

/** Two avatars and a slanted stroke: solid when done, dashed while pending, doubled when both are present. */
export function HandoverMark(props: { from: string | undefined; to: string; kind: Stroke }) {
  const { from, to, kind } = props
  return (
    <span class="handover" aria-hidden="true">
      {from && from !== to && (
        <>
          <Avatar name={from} />
          <svg viewBox="0 0 16 24" class={kind} aria-hidden="true">
            <path d={kind === "double" ? "M2 21 10 3M6.500 21l8-18" : "M4 21 12 3"} />
          </svg>
        </>
      )}
      <Avatar name={to} />
    </span>
  )
}

export type Stroke = "solid" | "dashed" | "double"

const ICONS = {
  send: "M4 12 20 4l-4 16-5-6-7-2Zm7 2 9-10",
  attach: "m8 12 6-6a3 3 0 0 1 4 4l-8 8a5 5 0 0 1-7-7l7-7",
  close: "M6 6l12 12M18 6 6 18",
  more: "M4.500 11.500h1v1h-1zM11.500 11.500h1v1h-1zM18.500 11.500h1v1h-1z",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
}

export function Icon({ name }: { name: keyof typeof ICONS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  )
}
