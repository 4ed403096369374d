// Finds web addresses in text, so that they can be followed. Everything else stays text.

export type Piece = { text: string; href?: string }

const ADDRESS = /\bhttps?:\/\/[^\s<>"']+/g
/** Ends a sentence rather than an address. */
const TAIL = /[.,;:!?)\]}'"]+$/

export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let from = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TAIL, "")
    if (match.index > from) found.push({ text: text.slice(from, match.index) })
    found.push({ text: address, href: address })
    from = match.index + address.length
  }
  if (from < text.length) found.push({ text: text.slice(from) })
  return found
}
