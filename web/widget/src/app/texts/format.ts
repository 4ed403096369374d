// Times, sizes and lists as the reader's language and region write them.

let locale: string | undefined

/** The browser's own region where it reads this language, so that a Briton has no American clock. */
export function useLocale(language: string): void {
  locale = navigator.languages.find(known => known.split("-")[0] === language) ?? language
}

const dates = (options: Intl.DateTimeFormatOptions) => {
  let made: Intl.DateTimeFormat | undefined
  return (at_ms: number) => {
    made ??= new Intl.DateTimeFormat(locale, options)
    return made.format(at_ms)
  }
}

export const time = dates({ timeStyle: "short" })
export const exactly = dates({ dateStyle: "long", timeStyle: "medium" })
/** A day with its time, for what lies ahead. */
export const moment = dates({
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "numeric",
  minute: "2-digit",
})

export const names = (list: readonly string[]): string => new Intl.ListFormat(locale).format(list)

export function size(bytes: number): string {
  const [amount, unit] =
    bytes < 1_000
      ? [bytes, "byte"]
      : bytes < 1_000_000
        ? [bytes / 1_000, "kilobyte"]
        : [bytes / 1_000_000, "megabyte"]
  const digits = unit === "megabyte" ? 1 : 0
  const format = { style: "unit", unit, unitDisplay: digits || unit !== "byte" ? "short" : "long" } as const
  return new Intl.NumberFormat(locale, { ...format, maximumFractionDigits: digits }).format(amount as number)
}
