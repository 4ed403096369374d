// Every word the widget says by itself. What happens in a conversation is worded by the server.

const list = new Intl.ListFormat("en")
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" })
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeStyle: "medium" })

export const t = {
  title: "Chat",
  unreadTitle: (count: number) => `(${count}) Chat`,

  startTitle: "How can we help?",
  startText:
    "Write your first message below. A person joins you here, reads it and answers. You can leave this page and come back: the chat is kept.",
  startTextNotKept:
    "Write your first message below. A person joins you here, reads it and answers. Please keep this page open: your browser does not allow us to keep the chat.",
  details: "Add your name and e-mail address (optional)",
  name: "Name",
  email: "E-mail address",

  waitingTitle: "Finding somebody for you",
  waitingFor: (place: string) => `Finding somebody for you: ${place}`,
  waitingSince: (at_ms: number) =>
    `You have been waiting since ${clock.format(at_ms)}${minutes(Date.now() - at_ms)}.`,
  waitingNext: "Whoever joins reads everything you have written, so you can go on writing.",
  choiceTitle: "Nobody is free at the moment",
  choiceText:
    "We are sorry. You can keep waiting and stay in your place, or leave a message and we will answer it later.",
  keepWaiting: "Keep waiting",
  leaveMessage: "Leave a message",
  yourMessage: "Message to leave",
  sendAndEnd: "Send and end the chat",
  with: (agent: string, others: readonly string[]) =>
    `${list.format([agent, ...others])} ${others.length ? "are" : "is"} with you`,
  closedTitle: "This chat has ended",
  closedText:
    "You can read it here. If something is left, start another one: whoever joins can read this one.",
  startAgain: "Start a new chat",
  another: "Another chat",

  log: "Messages",
  you: "You",
  typing: (name: string) => `${name} is typing…`,
  sending: "Sending…",
  uploading: (name: string, fraction: number) => `Sending ${name}, ${Math.round(fraction * 100)} %`,
  notSent: (why: string) => `Not sent. ${why}`,
  tryAgain: "Try again",
  discard: "Discard",
  loading: "Loading your messages…",

  message: "Your message",
  placeholder: "Write a message",
  send: "Send",
  attach: "Attach files",
  attached: "Files to send",
  remove: (name: string) => `Remove ${name}`,
  drop: "Drop files to attach them",
  tooBig: (name: string, most: string) => `${name} is larger than ${most} and cannot be sent.`,
  emptyFile: (name: string) => `${name} is empty and cannot be sent.`,
  tooMany: (most: number) => `A message can carry ${most} files.`,
  tooLong: (over: number) =>
    `The message is too long by ${over === 1 ? "one character" : `${over} characters`}. Send it in parts, or as a file.`,

  lost: "Connection lost. Trying again; what you write is kept and sent then.",

  end: "End chat",
  endTitle: "End this chat?",
  endText: "Everybody leaves the conversation. You can still read it here and start another one.",
  endYes: "End chat",
  endNo: "Go on chatting",
  close: "Close chat window",

  time: (at_ms: number) => clock.format(at_ms),
  exactly: (at_ms: number) => whole.format(at_ms),
  size: (bytes: number) =>
    bytes < 1_000
      ? `${bytes} bytes`
      : bytes < 1_000_000
        ? `${Math.round(bytes / 1_000)} kB`
        : `${(bytes / 1_000_000).toFixed(1)} MB`,
}

function minutes(ms: number): string {
  const count = Math.floor(ms / 60_000)
  return count < 1 ? "" : count === 1 ? ", one minute" : `, ${count} minutes`
}
