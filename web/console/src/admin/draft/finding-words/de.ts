// What the checker says, in German: sentences with the places they leave open, and the words that fill some of these.
// Loaded with the draft, for those who read German; what is not here is shown as the server has it.

export const words: Readonly<Record<string, string>> = {
  // Reading the text.
  "{0} belongs here": "hier gehört {0} hin",
  "{0} belongs here, not {1}": "hier gehört {0} hin, nicht {1}",
  "a text": "ein Text",
  "a list in square brackets": "eine Liste in eckigen Klammern",
  "a map of keys and values": "eine Reihe von Schlüsseln mit Werten",
  "a whole number": "eine ganze Zahl",
  "`true` or `false`": "`true` oder `false`",
  "a key, or one with its kind like `{ queue: main }`":
    "ein Schlüssel, oder einer mit seiner Art wie `{ queue: main }`",
  "one of queue, stage and pipeline": "eines von queue, stage und pipeline",
  "a text belongs here, and nothing is written": "hier gehört ein Text hin, und es steht nichts da",
  "there is no field `{0}` here": "ein Feld `{0}` gibt es hier nicht",
  "the field `{0}` is missing here": "das Feld `{0}` fehlt hier",
  "`{0}` is not one of the words this field takes": "`{0}` gehört nicht zu den Wörtern dieses Felds",
  "`{0}` stands here a second time": "`{0}` steht hier ein zweites Mal",
  "keep one of the two, or give one another key":
    "behalten Sie eines von beiden, oder geben Sie einem einen anderen Schlüssel",
  "did you mean `{0}`?": "meinten Sie `{0}`?",
  "one of: {0}": "eines von: {0}",
  "it has: {0}": "es gibt: {0}",
  "a length of time is written like 30s, 5m, 1h 30m or 2d":
    "eine Zeitspanne schreibt man wie 30s, 5m, 1h 30m oder 2d",
  "a date is written like 2026-12-24, or 12-24 for every year":
    "ein Datum schreibt man wie 2026-12-24, oder 12-24 für jedes Jahr",
  "opening times are written like 09:00-17:30, 22:00-06:00 over midnight, 00:00-24:00 all day":
    "Öffnungszeiten schreibt man wie 09:00-17:30, 22:00-06:00 über Mitternacht, 00:00-24:00 ganztägig",

  // Keys, names and bounds.
  "`{0}` cannot be a key": "`{0}` kann kein Schlüssel sein",
  "a key has lower-case letters, digits and _, starts with a letter, and is at most {0} long":
    "ein Schlüssel hat Kleinbuchstaben, Ziffern und _, beginnt mit einem Buchstaben und ist höchstens {0} lang",
  "`{0}` is taken: it means {1}": "`{0}` ist vergeben: es bedeutet {1}",
  "a command": "einen Befehl",
  "the visitor's language": "die Sprache des Besuchers",
  "the place a conversation came from": "den Platz, von dem ein Gespräch kam",
  "{0} cannot be empty": "{0} darf nicht leer sein",
  "{0} is at most {1} characters long": "{0} ist höchstens {1} Zeichen lang",
  "a message has at most {0} characters": "eine Nachricht hat höchstens {0} Zeichen",
  "a name": "ein Name",
  "a greeting": "eine Begrüßung",
  "a reply": "ein Textbaustein",
  "{0} is a number from {1} to {2}, not {3}": "{0} ist eine Zahl von {1} bis {2}, nicht {3}",
  "{0} is from {1} to {2}, not {3}": "{0} geht von {1} bis {2}, nicht {3}",
  "a level": "eine Stufe",
  "a tier": "eine Stufe",
  "a priority": "eine Priorität",
  "a capacity": "eine Kapazität",
  "a weight": "ein Gewicht",
  "a service level": "ein Servicegrad",
  "this limit": "diese Grenze",
  "this count": "diese Anzahl",
  "the people in a conversation": "die Zahl der Personen in einem Gespräch",
  "the time to answer": "die Zeit bis zur Antwort",
  "the time-out of an offer": "die Frist eines Angebots",
  "this wait": "diese Wartezeit",
  "wrap-up": "die Nachbearbeitung",
  "this step": "dieser Schritt",
  "this silence": "diese Stille",
  "this time": "diese Zeit",
  "a period of keeping": "eine Aufbewahrungsfrist",
  "{0}, so this is more than {1}": "{0}, also ist dies mehr als {1}",
  "a conversation closes after its reminder": "ein Gespräch endet nach seiner Erinnerung",
  "an agent is lost after the grace": "jemand gilt erst nach der Schonfrist als verloren",

  // What is named and is not there.
  "there is no {0} `{1}`": "es gibt nicht: {0} `{1}`",
  "the {0} `{1}` is named twice": "doppelt genannt: {0} `{1}`",
  team: "Team",
  skill: "Fähigkeit",
  agent: "Person",
  list: "Liste",
  queue: "Warteschlange",
  "entry of hours": "Öffnungszeiten",
  pipeline: "Pipeline",
  stage: "Abschnitt",
  language: "Sprache",
  "add it under `{0}`": "legen Sie es unter `{0}` an",
  "a queue names a stage with its pipeline: `pipeline/stage`":
    "eine Warteschlange nennt einen Abschnitt mit seiner Pipeline: `pipeline/stage`",
  "`{0}` is a queue and a pipeline; the queue is taken":
    "`{0}` ist eine Warteschlange und eine Pipeline; die Warteschlange wird genommen",
  "write `{0}` or `{1}`": "schreiben Sie `{0}` oder `{1}`",
  "a conversation begins in a queue or a pipeline":
    "ein Gespräch beginnt in einer Warteschlange oder einer Pipeline",
  "a stage, a queue or `back`": "ein Abschnitt, eine Warteschlange oder `back`",
  "a queue or a stage": "eine Warteschlange oder ein Abschnitt",

  // People.
  "no agent of this workspace has the role `admin`": "niemand in diesem Arbeitsbereich hat die Rolle `admin`",
  "without one nobody can change this document from the console":
    "ohne eine solche Person kann niemand dieses Dokument in der Konsole ändern",
  "`{0}` is not an e-mail address": "`{0}` ist keine E-Mail-Adresse",
  "`{0}` and `{1}` have the same e-mail address": "`{0}` und `{1}` haben dieselbe E-Mail-Adresse",
  "an account signs in as one agent of a workspace":
    "ein Konto ist in einem Arbeitsbereich eine einzige Person",
  "the rule of this list says nothing": "die Regel dieser Liste sagt nichts",
  "this list has members by hand and by rule": "diese Liste hat Mitglieder von Hand und nach Regel",
  "this list has neither members nor a rule": "diese Liste hat weder Mitglieder noch eine Regel",
  "write `members: [a, b]`, or a `rule` with at least one of team, skills and role":
    "schreiben Sie `members: [a, b]`, oder eine `rule` mit mindestens einem von team, skills und role",

  // Queues.
  "nobody serves the queue `{0}`": "niemand bedient die Warteschlange `{0}`",
  "name a team or a list that has agents with the role `agent`":
    "nennen Sie ein Team oder eine Liste mit Personen der Rolle `agent`",
  "no member of `{0}` has {1} at level {2}": "kein Mitglied von `{0}` hat {1} auf Stufe {2}",
  "no agent has {0} at level {1}": "niemand hat {0} auf Stufe {1}",
  "every conversation here would wait for its fallback":
    "jedes Gespräch hier würde auf das Ausweichen warten",
  "whoever chooses this would wait for the fallback": "wer das wählt, würde auf das Ausweichen warten",
  "no member of `{0}` has room for {1}; the most is {2}":
    "kein Mitglied von `{0}` hat Platz für {1}; am meisten sind {2}",
  "a queue has at most {0} steps of relaxation":
    "eine Warteschlange hat höchstens {0} Schritte der Lockerung",
  "this step comes after the one above it, so later than {0}":
    "dieser Schritt kommt nach dem darüber, also später als {0}",
  "this step changes nothing": "dieser Schritt ändert nichts",
  "add `drop: [skill]` or `level: 2`": "ergänzen Sie `drop: [skill]` oder `level: 2`",
  "the fallbacks lead round in a circle: {0}": "die Ausweichwege führen im Kreis: {0}",
  "let one of them end at the visitor's choice by leaving out `fallback`":
    "lassen Sie bei einem `fallback` weg, damit er bei der Wahl des Besuchers endet",

  // Hours.
  "`{0}` is no day of the week": "`{0}` ist kein Wochentag",
  "one of mon, tue, wed, thu, fri, sat, sun, or several: `mon-fri`":
    "einer von mon, tue, wed, thu, fri, sat, sun, oder mehrere: `mon-fri`",
  "`{0}` never opens": "`{0}` hat nie geöffnet",
  "write opening times like `mon-fri: [09:00-17:00]`":
    "schreiben Sie Öffnungszeiten wie `mon-fri: [09:00-17:00]`",
  "there is no time zone `{0}`": "es gibt keine Zeitzone `{0}`",
  "an IANA name, like `Europe/Berlin` or `America/New_York`":
    "ein IANA-Name, wie `Europe/Berlin` oder `America/New_York`",
  "the calendar has no day {0}": "der Kalender hat keinen Tag {0}",
  "these times overlap with others of the same day":
    "diese Zeiten überschneiden sich mit anderen desselben Tages",

  // Pipelines and their stages.
  "the pipeline `{0}` has no stages": "die Pipeline `{0}` hat keine Abschnitte",
  "the stage `{0}` says neither its kind nor its queue":
    "der Abschnitt `{0}` nennt weder seine Art noch seine Warteschlange",
  "add `queue: …` or `list: …`, or a kind: message, form, offline_form, survey, end":
    "ergänzen Sie `queue: …` oder `list: …`, oder eine Art: message, form, offline_form, survey, end",
  "a stage of kind `{0}` takes no `{1}`": "ein Abschnitt der Art `{0}` hat kein `{1}`",
  "the stage `{0}` says nothing": "der Abschnitt `{0}` sagt nichts",
  "add its words by language: `text: { en: … }`": "ergänzen Sie seinen Text nach Sprachen: `text: { en: … }`",
  "the stage `{0}` has a queue and a list": "der Abschnitt `{0}` hat eine Warteschlange und eine Liste",
  "with a list it has a queue of its own; leave out one of the two":
    "mit einer Liste hat er eine eigene Warteschlange; lassen Sie eines von beiden weg",
  "the stage `{0}` connects to nobody": "der Abschnitt `{0}` verbindet mit niemandem",
  "add `queue: …` or `list: …`": "ergänzen Sie `queue: …` oder `list: …`",
  "an escalation leads to a stage with a queue or a list":
    "eine Eskalation führt zu einem Abschnitt mit Warteschlange oder Liste",
  "nobody of the list `{0}` holds conversations": "niemand auf der Liste `{0}` führt Gespräche",
  "a list serves with its agents of the role `agent`":
    "eine Liste bedient mit ihren Personen der Rolle `agent`",
  "the form `{0}` asks nothing": "das Formular `{0}` fragt nichts",
  "add `fields`, e.g. `fields: { topic: { label: Topic } }`":
    "ergänzen Sie `fields`, z. B. `fields: { topic: { label: Thema } }`",
  "the choice `{0}` has no options": "die Auswahl `{0}` hat keine Möglichkeiten",
  "only a choice has options": "nur eine Auswahl hat Möglichkeiten",
  "add `kind: choice`": "ergänzen Sie `kind: choice`",
  "the stage `{0}` leads nowhere": "der Abschnitt `{0}` führt nirgendwohin",
  "name the stage that follows: `next: …`; a conversation begins at a queue or a list":
    "nennen Sie den folgenden Abschnitt: `next: …`; ein Gespräch beginnt bei einer Warteschlange oder Liste",
  "`{0}` comes before anybody was asked for": "`{0}` kommt, bevor jemand gefragt wurde",
  "begin with a form, a message, a queue or a list":
    "beginnen Sie mit einem Formular, einer Nachricht, einer Warteschlange oder einer Liste",
  "no way leads to the stage `{0}`": "kein Weg führt zum Abschnitt `{0}`",
  "let a stage lead to it, by next, on_timeout, on_drop or an escalation, or take it out":
    "lassen Sie einen Abschnitt dorthin führen, mit next, on_timeout, on_drop oder einer Eskalation, oder nehmen Sie ihn heraus",
  "these stages lead round in a circle: {0}": "diese Abschnitte führen im Kreis: {0}",
  "let one of them end at the visitor's choice, a queue, `back`, an offline form or an end":
    "lassen Sie einen bei der Wahl des Besuchers, einer Warteschlange, `back`, einem Formular für später oder einem Ende aufhören",
  "the form `{0}` comes after `{1}`": "das Formular `{0}` kommt nach `{1}`",
  "a form is filled in before the conversation opens":
    "ein Formular wird ausgefüllt, bevor das Gespräch beginnt",
  "`{0}` cannot follow when a conversation is closed":
    "`{0}` kann nicht folgen, wenn ein Gespräch beendet wird",
  "after closing come a message, a survey or an end":
    "nach dem Ende kommen eine Nachricht, eine Umfrage oder ein Ende",
  "the survey `{0}` comes before the conversation is closed":
    "die Umfrage `{0}` kommt, bevor das Gespräch beendet ist",
  "name it in `next`": "nennen Sie sie in `next`",
  "a wait in `{0}` that is too long leads nowhere": "eine zu lange Wartezeit in `{0}` führt nirgendwohin",
  "the visitor will be asked to keep waiting or to leave a message; add `on_timeout`: a stage, `{ queue: … }` or `back`":
    "der Besucher wird gefragt, ob er weiter wartet oder eine Nachricht hinterlässt; ergänzen Sie `on_timeout`: ein Abschnitt, `{ queue: … }` oder `back`",

  // Escalations, edges and chains.
  "this escalation leads to `{0}`, where it stands": "diese Eskalation führt zu `{0}`, wo sie schon steht",
  "name another stage, or a list of specialists in this one":
    "nennen Sie einen anderen Abschnitt, oder eine Liste von Fachleuten in diesem",
  "this escalation leads down, from tier {0} to tier {1}":
    "diese Eskalation führt nach unten, von Stufe {0} zu Stufe {1}",
  "an escalation goes up or to another department; the way down is a return":
    "eine Eskalation geht nach oben oder in eine andere Abteilung; der Weg nach unten ist eine Rückgabe",
  "nobody of the list `{0}` serves the stage `{1}`":
    "niemand auf der Liste `{0}` bedient den Abschnitt `{1}`",
  "add the list to the members of its queue, or name another stage":
    "nehmen Sie die Liste in die Mitglieder seiner Warteschlange auf, oder nennen Sie einen anderen Abschnitt",
  "the edges allow no way from `{0}` to `{1}`": "die Übergänge erlauben keinen Weg von `{0}` nach `{1}`",
  "add an edge, or take this option out":
    "ergänzen Sie einen Übergang, oder nehmen Sie diese Möglichkeit heraus",
  "these edges forbid every hand-over": "diese Übergänge verbieten jede Übergabe",
  "leave out `edges` to allow all of them": "lassen Sie `edges` weg, um alle zu erlauben",
  "nobody is warned at {0}: the limit is {1}": "bei {0} wird niemand gewarnt: die Grenze ist {1}",
  "a warning comes at the limit or before it": "eine Warnung kommt an der Grenze oder davor",
  "the rule `{0}` has no keywords": "die Regel `{0}` hat keine Stichwörter",

  // Texts.
  "nothing is told on `{0}`": "zu `{0}` wird nichts gesagt",
  "`{0}` is not the code of a language": "`{0}` ist nicht der Code einer Sprache",
  "codes are written in lower case: `{0}`, `{1}`": "Codes schreibt man klein: `{0}`, `{1}`",
  "`{0}` is not a colour": "`{0}` ist keine Farbe",
  "a colour is written in six digits, in quotes: `'#0b6e4f'`":
    "eine Farbe schreibt man mit sechs Stellen, in Anführungszeichen: `'#0b6e4f'`",
  "the message `{0}` has no variable `{1}`": "die Nachricht `{0}` hat keine Variable `{1}`",
  "the reply `{0}` has no variable `{1}`": "der Textbaustein `{0}` hat keine Variable `{1}`",
  "the reply `{0}` has no words": "der Textbaustein `{0}` hat keinen Text",
  "variables stand in `{{ … }}`, conditions in `{% if … %} … {% endif %}`":
    "Variablen stehen in `{{ … }}`, Bedingungen in `{% if … %} … {% endif %}`",

  // Keeping.
  "files are kept for {0}, but go with the texts": "Dateien werden {0} aufbewahrt, gehen aber mit den Texten",
  "texts are kept for {0}; keep files as long or less":
    "Texte werden {0} aufbewahrt; bewahren Sie Dateien ebenso lang oder kürzer auf",
}

/** What stands before words that are not ours, by the code of the finding: of the parser, or of the templates. */
export const before: Readonly<Record<string, string>> = {
  not_yaml: "Das ist kein YAML",
  bad_template: "Das ist keine gültige Vorlage",
}
