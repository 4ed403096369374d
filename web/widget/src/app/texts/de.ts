// The widget's words in German.

import { names, time } from "./format.ts"
import type { Texts } from "./index.ts"

export default {
  dir: "ltr",
  title: "Chat",
  unreadTitle: (count, title) => `(${count}) ${title}`,

  startText:
    "Schreiben Sie unten Ihre erste Nachricht. Jemand kommt hier zu Ihnen, liest sie und antwortet. Sie können diese Seite verlassen und wiederkommen: Der Chat bleibt erhalten.",
  startTextNotKept:
    "Schreiben Sie unten Ihre erste Nachricht. Jemand kommt hier zu Ihnen, liest sie und antwortet. Lassen Sie diese Seite bitte offen: Ihr Browser erlaubt uns nicht, den Chat aufzuheben.",
  name: "Name",
  email: "E-Mail-Adresse",
  optional: "(freiwillig)",
  choose: "Bitte wählen",
  missing: "Bitte füllen Sie dieses Feld aus.",
  missingChoice: "Bitte wählen Sie etwas aus.",
  badEmail: "Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel lena@example.com.",

  waitingTitle: "Wir suchen jemanden für Sie",
  waitingFor: place => `Wir suchen jemanden für Sie: ${place}`,
  waitingSince: (at_ms, minutes) =>
    `Sie warten seit ${time(at_ms)} Uhr${minutes < 1 ? "" : minutes === 1 ? ", eine Minute" : `, ${minutes} Minuten`}.`,
  waitingNext: "Wer zu Ihnen kommt, liest alles, was Sie geschrieben haben. Sie können also weiterschreiben.",
  choiceTitle: "Im Moment ist niemand frei",
  choiceText:
    "Das tut uns leid. Sie können weiter warten und behalten Ihren Platz, oder Sie hinterlassen eine Nachricht, und wir antworten später.",
  closedHoursTitle: "Wir haben gerade geschlossen",
  opensAt: moment => `Wir sind wieder da: ${moment}.`,
  leaveText: "Hinterlassen Sie eine Nachricht und sagen Sie uns, wie wir Sie erreichen. Wir antworten Ihnen.",
  keepWaiting: "Weiter warten",
  leaveMessage: "Nachricht hinterlassen",
  yourMessage: "Ihre Nachricht an uns",
  sendAndEnd: "Senden und Chat beenden",
  with: (agent, others) => `${names([agent, ...others])} ${others.length ? "sind" : "ist"} für Sie da`,
  observed: "Eine weitere Person aus unserem Team liest mit.",
  closedTitle: "Dieser Chat ist beendet",
  closedText:
    "Sie können ihn hier nachlesen. Wenn noch etwas offen ist, beginnen Sie einen neuen: Wer zu Ihnen kommt, kann diesen lesen.",
  leftTitle: "Ihre Nachricht ist bei unserem Team",
  leftText:
    "Wir haben alles aufgehoben, was Sie geschrieben haben, und antworten Ihnen. Sie können dieses Fenster schließen.",
  startAgain: "Neuen Chat beginnen",
  another: "Ein weiterer Chat",

  surveyTitle: "Wie war es?",
  ratings: ["Sehr schlecht", "Schlecht", "In Ordnung", "Gut", "Sehr gut"],
  comment: "Möchten Sie noch etwas sagen?",
  sendSurvey: "Senden",
  surveyMissing: "Bitte wählen Sie eine der fünf Antworten.",
  surveyThanks: "Danke, dass Sie es uns sagen.",

  log: "Nachrichten",
  you: "Sie",
  erased: "Gelöscht",
  typing: name => `${name} schreibt …`,
  sending: "Wird gesendet …",
  read: "Gelesen",
  uploading: (name, fraction) => `${name} wird gesendet, ${Math.round(fraction * 100)} %`,
  notSent: why => `Nicht gesendet. ${why}`,
  tryAgain: "Noch einmal versuchen",
  discard: "Verwerfen",
  loading: "Ihre Nachrichten werden geladen …",

  message: "Ihre Nachricht",
  placeholder: "Nachricht schreiben",
  send: "Senden",
  attach: "Dateien anhängen",
  attached: "Angehängte Dateien",
  remove: name => `${name} entfernen`,
  drop: "Zum Anhängen hier ablegen",
  tooBig: (name, most) => `${name} ist größer als ${most} und kann nicht gesendet werden.`,
  emptyFile: name => `${name} ist leer und kann nicht gesendet werden.`,
  tooMany: most => `Eine Nachricht kann ${most} Dateien enthalten.`,
  tooLong: over =>
    `Die Nachricht ist um ${over === 1 ? "ein" : over} Zeichen zu lang. Senden Sie sie in Teilen oder als Datei.`,

  lost: "Verbindung unterbrochen. Wir versuchen es weiter; was Sie schreiben, bleibt erhalten und wird dann gesendet.",

  more: "Mehr",
  mute: "Ton ausschalten",
  unmute: "Ton einschalten",
  download: "Chat herunterladen",
  popOut: "In eigenem Fenster öffnen",
  failed: "Das hat nicht geklappt. Bitte noch einmal versuchen.",
  end: "Beenden",
  endTitle: "Diesen Chat beenden?",
  endText: "Alle verlassen das Gespräch. Sie können es hier weiter lesen und ein neues beginnen.",
  endYes: "Chat beenden",
  endNo: "Weiter chatten",
  close: "Chatfenster schließen",
} satisfies Texts
