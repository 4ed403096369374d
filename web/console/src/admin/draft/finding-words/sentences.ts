// Sentences with open places: found by how they read in one language, said in another.

/** The sentence in the other language; undefined if it is not among those known. */
export type Sentences = (sentence: string) => string | undefined

interface Pattern {
  reads: RegExp
  /** What the places stand for, in the order in which they are read. */
  places: readonly string[]
  says: string
}

const PLACE = /\{(\d)\}/g

/** `{0}`, `{1}` … are open places. What fills one is said in the other language too, where it is known. */
export function sentencesOf(words: Readonly<Record<string, string>>): Sentences {
  const patterns = Object.entries(words)
    .filter(([reads]) => reads.match(PLACE))
    .sort(([a], [b]) => wordsOf(b) - wordsOf(a))
    .map(([reads, says]) => pattern(reads, says))
  return sentence => {
    const exact = Object.hasOwn(words, sentence) ? words[sentence] : undefined
    if (exact !== undefined) return exact
    for (const { reads, places, says } of patterns) {
      const found = reads.exec(sentence)
      if (found) {
        const filled = new Map(places.map((place, at) => [place, found[at + 1] ?? ""]))
        return says.replace(PLACE, (_, place: string) => {
          const text = filled.get(place) ?? ""
          return words[text] ?? text
        })
      }
    }
    return undefined
  }
}

/** The more a pattern says itself, the sooner it is tried. */
const wordsOf = (reads: string): number => reads.replace(PLACE, "").length

function pattern(reads: string, says: string): Pattern {
  const places = [...reads.matchAll(PLACE)].map(([, place]) => place ?? "")
  const parts = reads.split(/\{\d\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  return { reads: new RegExp(`^${parts.join("(.+?)")}$`, "su"), places, says }
}
