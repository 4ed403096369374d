// What the checker says, in German: `{}` stands for what it names. The names of shapes and kinds it puts there are
// among `parts`.

export const sentences: Readonly<Record<string, string>> = {
  "there is no field `{}` here": "Das Feld `{}` gibt es hier nicht",
  "`{}` is not one of the words this field takes": "`{}` ist keines der Wörter, die hier stehen können",
  "the field `{}` is missing here": "Hier fehlt das Feld `{}`",
  "`{}` stands here a second time": "`{}` steht hier ein zweites Mal",
  "a text belongs here, and nothing is written": "Hierher gehört ein Text, und es steht nichts da",
  "{} belongs here, not {}": "Hierher gehört {}, nicht {}",
  "{} belongs here": "Hierher gehört {}",
  "a length of time is written like 30s, 5m, 1h 30m or 2d":
    "Zeitspannen schreibt man wie 30s, 5m, 1h 30m oder 2d",
  "opening times are written like 09:00-17:30, 22:00-06:00 over midnight, 00:00-24:00 all day":
    "Öffnungszeiten schreibt man wie 09:00-17:30, 22:00-06:00 über Mitternacht, 00:00-24:00 für den ganzen Tag",
  "a date is written like 2026-12-24, or 12-24 for every year":
    "Ein Datum schreibt man wie 2026-12-24, oder 12-24 für jedes Jahr",
  "one of queue, stage and pipeline belongs here": "Hierher gehört eines von queue, stage und pipeline",

  "there is no time zone `{}`": "Die Zeitzone `{}` gibt es nicht",
  "there is no {} `{}`": "Nicht vorhanden: {} `{}`",
  "the {} `{}` is named twice": "Zweimal genannt: {} `{}`",
  "`{}` is a queue and a pipeline; the queue is taken":
    "`{}` ist eine Warteschlange und eine Pipeline; es gilt die Warteschlange",
  "a conversation begins in a queue or a pipeline":
    "Ein Gespräch beginnt in einer Warteschlange oder einer Pipeline",
  "a stage, a queue or `back` belongs here": "Hierher gehört ein Abschnitt, eine Warteschlange oder `back`",
  "a queue or a stage belongs here": "Hierher gehört eine Warteschlange oder ein Abschnitt",
  "`{}` is taken: it means {}": "`{}` ist vergeben: Es bedeutet {}",
  "`{}` cannot be a key": "`{}` kann kein Schlüssel sein",
  "a queue has at most {} steps of relaxation":
    "Eine Warteschlange lockert ihre Anforderungen in höchstens {} Schritten",
  "a message has at most {} characters": "Eine Nachricht hat höchstens {} Zeichen",
  "a reply cannot be empty": "Ein Textbaustein darf nicht leer sein",
  "{} cannot be empty": "Leer darf nicht sein: {}",
  "a text is at most {} characters long": "Ein Text ist höchstens {} Zeichen lang",
  "{} is at most {} characters long": "Zu lang, höchstens {1} Zeichen: {0}",
  "{} is a number from {} to {}, not {}": "{0}: eine Zahl von {1} bis {2}, nicht {3}",
  "{} is from {} to {}, not {}": "{0}: {1} bis {2}, nicht {3}",

  "no agent of this workspace has the role `admin`": "Niemand in diesem Arbeitsbereich hat die Rolle `admin`",
  "`{}` is not an e-mail address": "`{}` ist keine E-Mail-Adresse",
  "`{}` and `{}` have the same e-mail address": "`{}` und `{}` haben dieselbe E-Mail-Adresse",
  "the rule of this list says nothing": "Die Regel dieser Liste sagt nichts",
  "this list has members by hand and by rule": "Diese Liste hat Mitglieder von Hand und nach einer Regel",
  "this list has neither members nor a rule": "Diese Liste hat weder Mitglieder noch eine Regel",
  "`{}` is no day of the week": "`{}` ist kein Wochentag",
  "`{}` never opens": "`{}` öffnet nie",
  "the calendar has no day {}": "Den Tag {} hat der Kalender nicht",
  "these times overlap with others of the same day":
    "Diese Zeiten überschneiden sich mit anderen desselben Tages",

  "the stage `{}` leads nowhere": "Der Abschnitt `{}` führt nirgendwohin",
  "`{}` comes before anybody was asked for": "`{}` kommt, bevor jemand gesucht wurde",
  "no way leads to the stage `{}`": "Zum Abschnitt `{}` führt kein Weg",
  "these stages lead round in a circle: {}": "Diese Abschnitte führen im Kreis: {}",
  "the fallbacks lead round in a circle: {}": "Die Ausweichziele führen im Kreis: {}",
  "the form `{}` comes after `{}`": "Das Formular `{}` kommt nach `{}`",
  "`{}` cannot follow when a conversation is closed":
    "`{}` kann nicht folgen, wenn ein Gespräch geschlossen ist",
  "the survey `{}` comes before the conversation is closed":
    "Die Umfrage `{}` kommt, bevor das Gespräch geschlossen ist",
  "a wait in `{}` that is too long leads nowhere": "Eine zu lange Wartezeit in `{}` führt nirgendwohin",
  "the pipeline `{}` has no stages": "Die Pipeline `{}` hat keine Abschnitte",
  "the stage `{}` says neither its kind nor its queue":
    "Der Abschnitt `{}` nennt weder seine Art noch seine Warteschlange",
  "a stage of kind `{}` takes no `{}`": "Ein Abschnitt der Art `{}` hat kein `{}`",
  "the stage `{}` says nothing": "Der Abschnitt `{}` sagt nichts",
  "the stage `{}` has a queue and a list": "Der Abschnitt `{}` hat eine Warteschlange und eine Liste",
  "the stage `{}` connects to nobody": "Der Abschnitt `{}` verbindet mit niemandem",
  "nobody of the list `{}` holds conversations": "Niemand aus der Liste `{}` führt Gespräche",
  "nobody of the list `{}` serves the stage `{}`": "Niemand aus der Liste `{}` bedient den Abschnitt `{}`",
  "the form `{}` asks nothing": "Das Formular `{}` fragt nichts",
  "no agent has {} at level {}": "Niemand hat {} auf Stufe {}",
  "the choice `{}` has no options": "Die Auswahl `{}` hat keine Antworten",
  "only a choice has options": "Nur eine Auswahl hat Antworten",
  "the rule `{}` has no keywords": "Die Regel `{}` hat keine Stichwörter",

  "this step comes after the one above it, so later than {}":
    "Dieser Schritt kommt nach dem darüber, also später als {}",
  "this step changes nothing": "Dieser Schritt ändert nichts",
  "nobody serves the queue `{}`": "Niemand bedient die Warteschlange `{}`",
  "no member of `{}` has {} at level {}": "Kein Mitglied von `{}` hat {} auf Stufe {}",
  "no member of `{}` has room for {}; the most is {}":
    "Kein Mitglied von `{}` hat Platz für {}; der meiste ist {}",
  "files are kept for {}, but go with the texts": "Dateien werden {} aufbewahrt, gehen aber mit den Texten",
  "nobody is warned at {}: the limit is {}": "Bei {} wird niemand gewarnt: Die Grenze ist {}",
  "a conversation closes after its reminder, so this is more than {}":
    "Ein Gespräch schließt nach seiner Erinnerung, also ist dies mehr als {}",
  "an agent is lost after the grace, so this is more than {}":
    "Eine Person gilt nach der Schonfrist als verloren, also ist dies mehr als {}",
  "nothing is told on `{}`": "Den Anlass `{}` gibt es nicht",
  "the language `{}` is named twice": "Die Sprache `{}` ist zweimal genannt",
  "`{}` is not the code of a language": "`{}` ist kein Sprachkürzel",
  "`{}` is not a colour": "`{}` ist keine Farbe",
  "this escalation leads to `{}`, where it stands": "Diese Eskalation führt nach `{}`, wo sie schon steht",
  "this escalation leads down, from tier {} to tier {}":
    "Diese Eskalation führt nach unten, von Stufe {} zu Stufe {}",
  "the edges allow no way from `{}` to `{}`": "Die Kanten erlauben keinen Weg von `{}` nach `{}`",
  "these edges forbid every hand-over": "Diese Kanten verbieten jede Übergabe",
  "the message `{}` has no variable `{}`": "Die Nachricht `{}` kennt keine Variable `{}`",
  "the reply `{}` has no variable `{}`": "Der Textbaustein `{}` kennt keine Variable `{}`",
  "the reply `{}` has no words": "Der Textbaustein `{}` hat keinen Text",

  "did you mean `{}`?": "Meinten Sie `{}`?",
  "one of: {}": "Möglich: {}",
  "it has: {}": "Es gibt: {}",
  "add it under `{}`": "Fügen Sie es unter `{}` hinzu",
  "write {} or {}": "Schreiben Sie {} oder {}",
  "write `members: [a, b]`, or a `rule` with at least one of team, skills and role":
    "Schreiben Sie `members: [a, b]`, oder eine `rule` mit mindestens einem von team, skills und role",
  "write opening times like `mon-fri: [09:00-17:00]`":
    "Schreiben Sie Öffnungszeiten wie `mon-fri: [09:00-17:00]`",
  "keep one of the two, or give one another key":
    "Behalten Sie einen von beiden, oder geben Sie einem einen anderen Schlüssel",
  "a key has lower-case letters, digits and _, starts with a letter, and is at most {} long":
    "Ein Schlüssel hat Kleinbuchstaben, Ziffern und _, beginnt mit einem Buchstaben und ist höchstens {} lang",
  "a form is filled in before the conversation opens":
    "Ein Formular wird ausgefüllt, bevor das Gespräch beginnt",
  "a list serves with its agents of the role `agent`":
    "Eine Liste bedient mit ihren Personen der Rolle `agent`",
  "a queue names a stage with its pipeline: `pipeline/stage`":
    "Eine Warteschlange nennt einen Abschnitt mit seiner Pipeline: `pipeline/stage`",
  "a warning comes at the limit or before it": "Eine Warnung kommt bei der Grenze oder davor",
  "add `drop: [skill]` or `level: 2`": "Fügen Sie `drop: [skill]` oder `level: 2` hinzu",
  "add `queue: …` or `list: …`, or a kind: message, form, offline_form, survey, end":
    "Fügen Sie `queue: …` oder `list: …` hinzu, oder eine Art: message, form, offline_form, survey, end",
  "add its words by language: `text: { en: … }`":
    "Fügen Sie seinen Text nach Sprachen hinzu: `text: { en: … }`",
  "add an edge, or take this option out":
    "Fügen Sie eine Kante hinzu, oder nehmen Sie diese Eskalation heraus",
  "add the list to the members of its queue, or name another stage":
    "Fügen Sie die Liste den Mitgliedern seiner Warteschlange hinzu, oder nennen Sie einen anderen Abschnitt",
  "after closing come a message, a survey or an end":
    "Nach dem Schließen kommen eine Nachricht, eine Umfrage oder ein Ende",
  "an account signs in as one agent of a workspace":
    "Ein Konto meldet sich als eine Person eines Arbeitsbereichs an",
  "an escalation goes up or to another department; the way down is a return":
    "Eine Eskalation geht nach oben oder in eine andere Abteilung; der Weg nach unten ist eine Rückgabe",
  "an escalation leads to a stage with a queue or a list":
    "Eine Eskalation führt zu einem Abschnitt mit einer Warteschlange oder einer Liste",
  "begin with a form, a message, a queue or a list":
    "Beginnen Sie mit einem Formular, einer Nachricht, einer Warteschlange oder einer Liste",
  "codes are written in lower case: `de`, `pt-br`": "Kürzel schreibt man klein: `de`, `pt-br`",
  "a colour is written in six digits, in quotes: `'#0b6e4f'`":
    "Eine Farbe schreibt man mit sechs Ziffern, in Anführungszeichen: `'#0b6e4f'`",
  "every conversation here would wait for its fallback":
    "Jedes Gespräch hier würde auf sein Ausweichziel warten",
  "whoever chooses this would wait for the fallback": "Wer das wählt, würde auf das Ausweichziel warten",
  "leave out `edges` to allow all of them": "Lassen Sie `edges` weg, um alle zu erlauben",
  "let a stage lead to it, by next, on_timeout, on_drop or an escalation, or take it out":
    "Lassen Sie einen Abschnitt dorthin führen, mit next, on_timeout, on_drop oder einer Eskalation, oder nehmen Sie ihn heraus",
  "let one of them end at the visitor's choice by leaving out `fallback`":
    "Lassen Sie eine mit der Wahl des Besuchers enden, indem Sie `fallback` weglassen",
  "let one of them end at the visitor's choice, a queue, `back`, an offline form or an end":
    "Lassen Sie einen mit der Wahl des Besuchers, einer Warteschlange, `back`, einem Formular zum Hinterlassen oder einem Ende aufhören",
  "name a team or a list that has agents with the role `agent`":
    "Nennen Sie ein Team oder eine Liste mit Personen der Rolle `agent`",
  "name another stage, or a list of specialists in this one":
    "Nennen Sie einen anderen Abschnitt, oder eine Liste von Fachleuten in diesem",
  "name it in `next`": "Nennen Sie sie in `next`",
  "name the stage that follows: `next: …`; a conversation begins at a queue or a list":
    "Nennen Sie den Abschnitt, der folgt: `next: …`; ein Gespräch beginnt bei einer Warteschlange oder einer Liste",
  "one of mon, tue, wed, thu, fri, sat, sun, or several: `mon-fri`":
    "Einer von mon, tue, wed, thu, fri, sat, sun, oder mehrere: `mon-fri`",
  "texts are kept for {}; keep files as long or less":
    "Texte werden {} aufbewahrt; bewahren Sie Dateien so lange oder kürzer auf",
  "the visitor will be asked to keep waiting or to leave a message; add `on_timeout`: a stage, `{ queue: … }` or `back`":
    "Der Besucher wird gefragt, ob er weiter wartet oder eine Nachricht hinterlässt; fügen Sie `on_timeout` hinzu: einen Abschnitt, `{ queue: … }` oder `back`",
  "variables stand in `{{ … }}`, conditions in `{% if … %} … {% endif %}`":
    "Variablen stehen in `{{ … }}`, Bedingungen in `{% if … %} … {% endif %}`",
  "with a list it has a queue of its own; leave out one of the two":
    "Mit einer Liste hat er eine eigene Warteschlange; lassen Sie eines von beiden weg",
  "without one nobody can change this document from the console":
    "Ohne sie kann niemand dieses Dokument in der Konsole ändern",
}

export const parts: Readonly<Record<string, string>> = {
  "a text": "ein Text",
  "a list in square brackets": "eine Liste in eckigen Klammern",
  "a map of keys and values": "Paare aus Schlüssel und Wert",
  "a whole number": "eine ganze Zahl",
  "`true` or `false`": "`true` oder `false`",
  team: "Team",
  agent: "Person",
  list: "Liste",
  skill: "Fähigkeit",
  queue: "Warteschlange",
  pipeline: "Pipeline",
  stage: "Abschnitt",
  "entry of hours": "Öffnungszeiten",
  "a command": "einen Befehl",
  "the visitor's language": "die Sprache des Besuchers",
  "the place a conversation came from": "den Ort, von dem ein Gespräch kam",
  "a name": "ein Name",
  "a greeting": "eine Begrüßung",
  "a level": "eine Stufe",
  "a tier": "eine Stufe",
  "a weight": "ein Gewicht",
  "a priority": "eine Priorität",
  "a capacity": "eine Kapazität",
  "a service level": "ein Servicelevel",
  "a period of keeping": "eine Aufbewahrungsfrist",
  "the time to answer": "die Zeit bis zur Antwort",
  "the time-out of an offer": "die Frist eines Angebots",
  "the people in a conversation": "die Beteiligten eines Gesprächs",
  "this limit": "diese Grenze",
  "this count": "diese Anzahl",
  "this step": "dieser Schritt",
  "this time": "diese Zeit",
  "this wait": "diese Wartezeit",
  "this silence": "dieses Schweigen",
}
