// The few words of the launcher; the widget's own are src/app/texts.

export interface Texts {
  open: string
  close: string
  unread: (count: number) => string
}

const en: Texts = {
  open: "Chat with us",
  close: "Close chat",
  unread: count => `Chat with us, ${count} unread`,
}

const de: Texts = {
  open: "Chat mit uns",
  close: "Chat schließen",
  unread: count => `Chat mit uns, ${count} ungelesen`,
}

export const textsOf = (language = ""): Texts => (/^de\b/.test(language) ? de : en)
