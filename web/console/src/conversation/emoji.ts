// Emoji that people use at work, with the words they are found by: the names of Unicode's CLDR, and what one would
// type instead. Loaded when somebody opens the picker.

export interface Emoji {
  sign: string
  /** By language code; the first words are the name. */
  words: Record<string, string>
}

const ROWS = `
😀|grinning face smile happy|grinsendes Gesicht lachen froh
🙂|slightly smiling face|leicht lächelndes Gesicht
😊|smiling face with smiling eyes blush|lächelndes Gesicht mit lachenden Augen
😄|grinning face with smiling eyes laugh|grinsendes Gesicht mit lachenden Augen
😂|face with tears of joy laugh|Gesicht mit Freudentränen lachen
😉|winking face|zwinkerndes Gesicht
😍|smiling face with heart-eyes love|lächelndes Gesicht mit Herzaugen Liebe
🤗|smiling face with open hands hug|Gesicht mit umarmenden Händen Umarmung
🤔|thinking face hmm|nachdenkendes Gesicht überlegen
😐|neutral face|neutrales Gesicht
😅|grinning face with sweat phew|grinsendes Gesicht mit Schweißtropfen puh
😌|relieved face|erleichtertes Gesicht
😎|smiling face with sunglasses cool|lächelndes Gesicht mit Sonnenbrille
😕|confused face|verwundertes Gesicht
🙁|slightly frowning face sad|betrübtes Gesicht traurig
😢|crying face sad|weinendes Gesicht traurig
😮|face with open mouth surprised|Gesicht mit offenem Mund erstaunt
😬|grimacing face oops|grimassenschneidendes Gesicht ups
😴|sleeping face tired|schlafendes Gesicht müde
🤯|exploding head|explodierender Kopf
🥳|partying face celebrate|Partygesicht feiern
🙈|see-no-evil monkey|nichts sehendes Affengesicht
👍|thumbs up yes ok good|Daumen hoch ja gut
👎|thumbs down no bad|Daumen runter nein schlecht
👌|OK hand fine|OK-Zeichen gut
👏|clapping hands bravo|klatschende Hände bravo
🙏|folded hands please thanks|zusammengelegte Handflächen bitte danke
🙌|raising hands hooray|zwei erhobene Hände hurra
👋|waving hand hello bye|winkende Hand hallo tschüss
🤝|handshake deal|Händedruck abgemacht
💪|flexed biceps strong|angespannter Bizeps stark
🤞|crossed fingers luck|gekreuzte Finger Glück
👉|backhand index pointing right|nach rechts weisender Zeigefinger
👀|eyes look|Augenpaar schauen
❤️|red heart love|rotes Herz Liebe
💚|green heart|grünes Herz
💙|blue heart|blaues Herz
💯|hundred points|100 Punkte
🎉|party popper celebrate|Konfettibombe feiern
🎁|wrapped gift present|Geschenk
🎂|birthday cake|Geburtstagskuchen
⭐|star|Stern
✨|sparkles new|funkelnde Sterne neu
🔥|fire hot|Feuer heiß
🌞|sun with face|Sonne mit Gesicht
🌧️|cloud with rain|Wolke mit Regen
❄️|snowflake cold|Schneeflocke kalt
🌍|globe showing Europe-Africa world|Globus mit Europa und Afrika Welt
🌱|seedling plant|Spross Pflanze
🐛|bug fault|Raupe Fehler
🐢|turtle slow|Schildkröte langsam
☕|hot beverage coffee tea|Heißgetränk Kaffee Tee
🍕|pizza|Pizza
🚀|rocket launch fast|Rakete schnell
🚗|automobile car|Auto
🚲|bicycle bike|Fahrrad
✈️|airplane travel|Flugzeug Reise
📦|package parcel delivery|Paket Lieferung
🚚|delivery truck|Lieferwagen
🏠|house home|Haus Zuhause
🏢|office building|Bürogebäude
💻|laptop computer|Laptop Computer
🖥️|desktop computer screen|Desktopcomputer Bildschirm
📱|mobile phone|Mobiltelefon Handy
📞|telephone receiver call|Telefonhörer anrufen
📧|e-mail|E-Mail
✉️|envelope letter|Briefumschlag Brief
📎|paperclip attachment|Büroklammer Anhang
📄|page facing up document|Vorderseite eines Blattes Dokument
🧾|receipt invoice|Beleg Rechnung
📅|calendar date|Kalender Termin
⏰|alarm clock time|Wecker Zeit
⌛|hourglass done wait|Sanduhr warten
🔍|magnifying glass tilted left search|nach links gerichtete Lupe suchen
🔧|wrench repair|Schraubenschlüssel reparieren
⚙️|gear settings|Zahnrad Einstellungen
🔌|electric plug power|Netzstecker Strom
💡|light bulb idea|Glühbirne Idee
🔋|battery|Batterie
📶|antenna bars signal wi-fi|Balken für Signalstärke WLAN
🌐|globe with meridians internet|Globus mit Meridianen Internet
🔒|locked secure|geschlossenes Schloss sicher
🔑|key password|Schlüssel Passwort
💳|credit card payment|Kreditkarte Zahlung
💶|euro banknote money|Euro-Banknote Geld
🛒|shopping cart|Einkaufswagen
✅|check mark button done yes|weißes Häkchen erledigt ja
✔️|check mark|kräftiges Häkchen
❌|cross mark no|Kreuzzeichen nein
⚠️|warning attention|Warnung Achtung
❓|red question mark|rotes Fragezeichen
❗|red exclamation mark|rotes Ausrufezeichen
ℹ️|information|Buchstabe „i“ Information
➡️|right arrow|Pfeil nach rechts
⬆️|up arrow|Pfeil nach oben
⬇️|down arrow|Pfeil nach unten
🔄|counterclockwise arrows button again|Pfeile gegen den Uhrzeigersinn wieder
🚫|prohibited not allowed|verboten
`

export const emoji: readonly Emoji[] = ROWS.trim()
  .split("\n")
  .map(row => {
    const [sign = "", en = "", de = ""] = row.split("|")
    return { sign, words: { en, de } }
  })

/** Those whose words begin like every word that is searched. */
export function search(searched: string, language: string): readonly Emoji[] {
  const wanted = searched.toLowerCase().split(/\s+/).filter(Boolean)
  const begins = (words: readonly string[], one: string) => words.some(word => word.startsWith(one))
  return emoji.filter(one => {
    const words = wordsOf(one, language)
      .toLowerCase()
      .split(/[\s-]+/)
    return wanted.every(each => begins(words, each))
  })
}

export const wordsOf = (one: Emoji, language: string): string => one.words[language] ?? one.words.en ?? ""
