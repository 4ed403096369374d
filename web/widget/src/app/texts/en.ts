// The widget's words in English.

import { names, time } from "./format.ts"

export default {
  dir: "ltr",
  title: "Chat",
  unreadTitle: (count: number, title: string) => `(${count}) ${title}`,

  startText:
    "Write your first message below. A person joins you here, reads it and answers. You can leave this page and come back: the chat is kept.",
  startTextNotKept:
    "Write your first message below. A person joins you here, reads it and answers. Please keep this page open: your browser does not allow us to keep the chat.",
  name: "Name",
  email: "E-mail address",
  optional: "(optional)",
  choose: "Please choose",
  missing: "Please fill this in.",
  missingChoice: "Please choose one of these.",
  badEmail: "Please write an e-mail address, such as lena@example.com.",

  waitingTitle: "Finding somebody for you",
  waitingFor: (place: string) => `Finding somebody for you: ${place}`,
  waitingSince: (at_ms: number, minutes: number) =>
    `You have been waiting since ${time(at_ms)}${minutes < 1 ? "" : minutes === 1 ? ", one minute" : `, ${minutes} minutes`}.`,
  waitingNext: "Whoever joins reads everything you have written, so you can go on writing.",
  choiceTitle: "Nobody is free at the moment",
  choiceText:
    "We are sorry. You can keep waiting and stay in your place, or leave a message and we will answer it later.",
  closedHoursTitle: "We are closed at the moment",
  opensAt: (moment: string) => `We are back on ${moment}.`,
  leaveText: "Leave a message with a way to reach you, and we will answer it.",
  keepWaiting: "Keep waiting",
  leaveMessage: "Leave a message",
  yourMessage: "Message to leave",
  sendAndEnd: "Send and end the chat",
  with: (agent: string, others: readonly string[]) =>
    `${names([agent, ...others])} ${others.length ? "are" : "is"} with you`,
  observed: "A supervisor is reading along.",
  closedTitle: "This chat has ended",
  closedText:
    "You can read it here. If something is left, start another one: whoever joins can read this one.",
  leftTitle: "Your message is with our team",
  leftText: "We have kept everything you wrote and will answer it. You can close this window.",
  startAgain: "Start a new chat",
  another: "Another chat",

  surveyTitle: "How was it?",
  ratings: ["Very bad", "Bad", "All right", "Good", "Very good"],
  comment: "Anything you would like to add?",
  sendSurvey: "Send",
  surveyMissing: "Please choose one of the five.",
  surveyThanks: "Thank you for telling us.",

  log: "Messages",
  you: "You",
  erased: "Erased",
  typing: (name: string) => `${name} is typing…`,
  sending: "Sending…",
  read: "Read",
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

  more: "More",
  mute: "Turn sounds off",
  unmute: "Turn sounds on",
  download: "Download the chat",
  popOut: "Open in a window of its own",
  failed: "That did not work. Try again.",
  end: "End chat",
  endTitle: "End this chat?",
  endText: "Everybody leaves the conversation. You can still read it here and start another one.",
  endYes: "End chat",
  endNo: "Go on chatting",
  close: "Close chat window",
}
