// What the server says of its reports, in German: titles, questions, what is counted, columns and their definitions.
// Loaded with the reports, for those who read German; what is not here is shown as the server has it.

export const texts: Readonly<Record<string, string>> = {
  // Support tiers.
  "Level {tier} Chats Handled vs Escalated Over Time":
    "Gelöste und eskalierte Chats auf Stufe {tier} im Zeitverlauf",
  "Of the conversations that reached a tier, how many were finished there and how many had to go up, over time?":
    "Wie viele der Gespräche, die eine Stufe erreichten, endeten dort, und wie viele mussten weiter nach oben?",
  "conversation, by the start of its first owner leg at the tier":
    "Gespräch, nach Beginn des ersten Einsatzes einer zuständigen Person auf der Stufe",
  "Level {tier} Escalated Chats": "Eskalierte Chats auf Stufe {tier}",
  "Which conversations were escalated at a tier, by whom, where to and why?":
    "Welche Gespräche wurden auf einer Stufe eskaliert, von wem, wohin und warum?",
  "Tier {tier} Chats Handled vs Escalated by Agent":
    "Gelöste und eskalierte Chats auf Stufe {tier} nach Person",
  "Of the legs that each agent had at a tier, how many ended by closing and how many by moving up?":
    "Wie viele Einsätze jeder Person auf einer Stufe endeten mit dem Gespräch, wie viele nach oben?",
  "owner leg at the tier, of conversations that reached it in the period":
    "Einsatz einer zuständigen Person auf der Stufe, von Gesprächen, die sie im Zeitraum erreichten",
  Reached: "Erreicht",
  "Conversations with at least one owner leg at the tier; people, unless bots are asked for":
    "Gespräche mit mindestens einem Einsatz einer zuständigen Person auf der Stufe; Bots nur auf Wunsch",
  Handled: "Gelöst",
  "Reached the tier, were not escalated there, and the closing ended an owner leg there, whatever the reason":
    "Erreichten die Stufe, wurden dort nicht eskaliert, und das Ende des Gesprächs beendete dort einen Einsatz, aus welchem Grund auch immer",
  Escalated: "Eskaliert",
  "An owner leg at the tier ended by an escalation or transfer to a higher tier that a person asked for and did not recall; each conversation once":
    "Ein Einsatz auf der Stufe endete mit einer Eskalation oder Weiterleitung auf eine höhere Stufe, die jemand veranlasste und nicht zurückholte; jedes Gespräch einmal",
  Other: "Andere",
  "The rest: moved sideways or down, moved up by a fallback, ended while waiting or in another tier, still open":
    "Der Rest: seitwärts oder nach unten gegangen, durch Ausweichen nach oben, beim Warten oder auf einer anderen Stufe beendet, noch offen",
  Conversation: "Gespräch",
  "What it is called, or its number": "Wie es heißt, oder seine Nummer",
  Id: "Nummer",
  "The conversation's number": "Die Nummer des Gesprächs",
  "Escalated at": "Eskaliert am",
  "When the first move that counts ended the leg": "Wann der erste Schritt, der zählt, den Einsatz beendete",
  Agent: "Person",
  "Who had it and escalated it": "Wer es hatte und eskalierte",
  From: "Von",
  "The queue of that leg": "Die Warteschlange dieses Einsatzes",
  To: "Nach",
  "The queue it was sent to": "Die Warteschlange, in die es ging",
  Reason: "Grund",
  "The code that was given": "Der Code, der angegeben wurde",
  "Who owned the leg": "Wer zuständig war",
  "Owner legs at the tier that ended by closing": "Einsätze auf der Stufe, die mit dem Gespräch endeten",
  "Owner legs at the tier that ended by a move to a higher tier that counts as escalated":
    "Einsätze auf der Stufe, die mit einem als Eskalation zählenden Schritt auf eine höhere Stufe endeten",
  "Handled legs": "Gelöste Einsätze",
  "Escalated legs": "Eskalierte Einsätze",
  Legs: "Einsätze",
  "All owner legs at the tier, however they ended": "Alle Einsätze auf der Stufe, wie auch immer sie endeten",

  // Hand-overs.
  "Transfer matrix": "Matrix der Übergaben",
  "From which queue to which do conversations go, how often and why?":
    "Von welcher Warteschlange in welche gehen Gespräche, wie oft und warum?",
  "neighbours in the path of queues, by the moment of the step":
    "Nachbarn auf dem Weg durch die Warteschlangen, nach Zeitpunkt des Schritts",
  Chains: "Ketten",
  "Through how many hands do conversations go, and how many are sent to and fro?":
    "Durch wie viele Hände gehen Gespräche, und wie viele gehen hin und her?",
  "conversation, by its opening": "Gespräch, nach seiner Eröffnung",
  "The worst chains": "Die schlimmsten Ketten",
  "Which conversations went through the most hands, and which way?":
    "Welche Gespräche gingen durch die meisten Hände, und auf welchem Weg?",
  "conversation, by its opening; the longest first": "Gespräch, nach seiner Eröffnung; die längsten zuerst",
  "Hand-over speed and outcome": "Dauer und Ausgang von Übergaben",
  "Along each edge, how fast is a hand-over taken, and how does it end?":
    "Wie schnell wird auf jedem Weg übernommen, und wie endet eine Übergabe?",
  "handoff: a transfer, escalation, return or invitation, by the moment it was asked for":
    "Übergabe: Weiterleitung, Eskalation, Rückgabe oder Einladung, nach Zeitpunkt der Anfrage",
  "The queue it was in": "Die Warteschlange, in der es war",
  "The queue it came to": "Die Warteschlange, in die es kam",
  Cause: "Ursache",
  "What moved it": "Was es bewegte",
  "The code that was given with the hand-over": "Der Code, der bei der Übergabe angegeben wurde",
  Steps: "Schritte",
  "How often these two queues are neighbours in the path of a conversation, waits included and equal neighbours merged, whatever the cause":
    "Wie oft diese beiden Warteschlangen auf dem Weg eines Gesprächs aufeinander folgen, Warten eingeschlossen, gleiche Nachbarn zusammengefasst, aus welcher Ursache auch immer",
  Conversations: "Gespräche",
  "Different conversations among them": "Verschiedene Gespräche darunter",
  "Chain length": "Länge der Kette",
  "Stations of the path less one: the queues (or owners, or their teams) it was in, waits included, equal neighbours merged":
    "Stationen des Wegs weniger eins: die Warteschlangen (oder Zuständigen oder deren Teams), in denen es war, Warten eingeschlossen, gleiche Nachbarn zusammengefasst",
  "Ping-pong": "Pingpong",
  "Every A, B, A of three neighbours in the path (A, B, A, B is two); a take-over that is handed back is left out":
    "Jedes A, B, A dreier Nachbarn auf dem Weg (A, B, A, B sind zwei); eine zurückgegebene Übernahme zählt nicht",
  "Conversations with a chain so long": "Gespräche mit einer so langen Kette",
  "Conversations with ping-pong": "Gespräche mit Pingpong",
  "Conversations with at least one": "Gespräche mit mindestens einem",
  Opened: "Eröffnet",
  "When it was opened": "Wann es eröffnet wurde",
  Path: "Weg",
  "Its stations, in their order": "Seine Stationen, der Reihe nach",
  Loops: "Schleifen",
  "Stations where it had been before": "Stationen, an denen es schon war",
  "The queue the sender had it in": "Die Warteschlange, in der es beim Absender war",
  "The queue it was sent to, or where the agent asked for serves":
    "Die Warteschlange, in die es ging, oder die der angefragten Person",
  Kind: "Art",
  "transfer, escalation, return or invitation": "Weiterleitung, Eskalation, Rückgabe oder Einladung",
  Asked: "Angefragt",
  "Hand-overs asked for": "Angefragte Übergaben",
  Accepted: "Angenommen",
  "Those that somebody accepted": "Die jemand annahm",
  Completed: "Vollzogen",
  "Those by which ownership moved": "Durch die die Zuständigkeit wechselte",
  Declined: "Abgelehnt",
  "Declined, or handed back in the introduction": "Abgelehnt oder in der Einführung zurückgegeben",
  RONA: "RONA",
  "Offers of them that ran out": "Angebote davon, die abliefen",
  Expired: "Abgelaufen",
  "Nobody answered in time, or was there": "Niemand nahm rechtzeitig an oder war da",
  Cancelled: "Abgebrochen",
  "Cancelled or recalled by the sender, or overtaken":
    "Vom Absender abgebrochen oder zurückgeholt, oder überholt",
  Failed: "Gescheitert",
  "The target was gone or closed": "Das Ziel war weg oder geschlossen",
  Returned: "Zurückgekommen",
  "Came back along the same edge later": "Kam später auf demselben Weg zurück",
  "Median until taken": "Median bis zur Annahme",
  "Half were accepted by then, ± 2 %": "Die Hälfte war bis dahin angenommen, ± 2 %",
  "90 % until taken": "90 % bis zur Annahme",
  "Nine of ten were accepted by then, ± 2 %": "Neun von zehn waren bis dahin angenommen, ± 2 %",
  Conferences: "Konferenzen",
  "How often do several people help one visitor together, and from how many departments?":
    "Wie oft helfen mehrere gemeinsam, und aus wie vielen Abteilungen?",
  "conversation with at least one guest, by its opening":
    "Gespräch mit mindestens einem Gast, nach seiner Eröffnung",
  "Conversations that had a guest": "Gespräche, die einen Gast hatten",
  Guests: "Gäste",
  "Different guests of one, on average": "Verschiedene Gäste eines Gesprächs, im Mittel",
  Departments: "Abteilungen",
  "Different teams of its owners and guests, on average":
    "Verschiedene Teams von Zuständigen und Gästen, im Mittel",
  "At one time": "Zugleich",
  "The most owners and guests at one time in any of them":
    "Die meisten Zuständigen und Gäste zugleich in einem davon",

  // People.
  "Offers by agent": "Angebote nach Person",
  "How do agents answer what is offered to them, and how fast?":
    "Wie antworten Personen auf das, was ihnen angeboten wird, und wie schnell?",
  "offer to one agent, by the moment it was made": "Angebot an eine Person, nach seinem Zeitpunkt",
  "To whom it was offered": "Wem es angeboten wurde",
  Offers: "Angebote",
  "Offers made to them that are over": "Angebote an sie, die vorbei sind",
  "Ran out without an answer": "Ohne Antwort abgelaufen",
  "Withdrawn, or the agent or the server went away": "Zurückgezogen, oder Person oder Server waren weg",
  "Accepted share": "Anteil angenommen",
  "Accepted ÷ (accepted + declined + RONA)": "Angenommen ÷ (angenommen + abgelehnt + RONA)",
  "Median answer": "Median bis zur Antwort",
  "90 % answer": "90 % bis zur Antwort",
  "Raised hands": "Gehobene Hände",
  "Who asks for help, and how fast does somebody come?": "Wer bittet um Hilfe, und wie schnell kommt jemand?",
  "raised hand, by the moment it was raised": "Gehobene Hand, nach ihrem Zeitpunkt",
  "Assists by supervisor": "Beistand nach Teamleitung",
  "Who helps, in which way, and for how long?": "Wer hilft, auf welche Weise und wie lange?",
  "supervisor's leg: one stay in one mode; take-overs are owner legs":
    "Einsatz einer Teamleitung: ein Aufenthalt in einer Rolle; Übernahmen sind Einsätze von Zuständigen",
  "The owner for whom the hand was up": "Für wen die Hand gehoben war",
  Raised: "Gehoben",
  "Hands raised by the owner, a rule or the chain guard":
    "Hände, von Zuständigen, einer Regel oder dem Kettenwächter gehoben",
  "By rule": "Durch Regel",
  "Raised by a rule of the configuration": "Durch eine Regel der Konfiguration gehoben",
  Taken: "Angenommen",
  "A supervisor came, or allowed the move": "Eine Teamleitung kam oder erlaubte den Schritt",
  "Taken share": "Anteil angenommen",
  "Taken ÷ raised": "Angenommen ÷ gehoben",
  "Half were taken by then, ± 2 %": "Die Hälfte war bis dahin angenommen, ± 2 %",
  "Nine of ten were taken by then, ± 2 %": "Neun von zehn waren bis dahin angenommen, ± 2 %",
  Supervisor: "Teamleitung",
  "Who helped": "Wer half",
  Observed: "Beobachtet",
  "Stays in which they looked on": "Aufenthalte, in denen sie zusahen",
  Whispered: "Geflüstert",
  "Stays in which they wrote to staff alone": "Aufenthalte, in denen sie nur intern schrieben",
  Joined: "Beigetreten",
  "Stays in which the visitor saw them": "Aufenthalte, in denen der Besucher sie sah",
  "Taken over": "Übernommen",
  "Owner legs that began by a take-over": "Einsätze, die mit einer Übernahme begannen",
  Time: "Zeit",
  "Their ended stays, added up": "Ihre beendeten Aufenthalte, zusammengezählt",
  "Occupancy and concurrency": "Auslastung und Gleichzeitigkeit",
  "How much of their capacity do agents use while they are signed in?":
    "Wie viel ihrer Kapazität nutzen Personen, solange sie angemeldet sind?",
  "time that an agent was signed in and not offline":
    "Zeit, in der eine Person angemeldet und nicht offline war",
  "Response and handle time by agent": "Antwort- und Bearbeitungszeit nach Person",
  "How fast do agents answer first, and how long do they hold a conversation?":
    "Wie schnell antworten Personen zuerst, und wie lange halten sie ein Gespräch?",
  "owner leg that is over, by its beginning; credit goes to the leg in which it arose":
    "Beendeter Einsatz einer zuständigen Person, nach seinem Beginn; gezählt wird, wo es entstand",
  "Who was signed in": "Wer angemeldet war",
  "Signed in": "Angemeldet",
  "Time signed in and not offline, within the period": "Zeit, angemeldet und nicht offline, im Zeitraum",
  Occupancy: "Auslastung",
  "Load without offers ÷ capacity, both over that time; by weight":
    "Last ohne Angebote ÷ Kapazität, beides über diese Zeit; nach Gewicht",
  Concurrency: "Gleichzeitigkeit",
  "Conversations held at one time, on average: owned and not parked, introduced, as a guest, in wrap-up":
    "Gleichzeitig gehaltene Gespräche, im Mittel: zuständig und nicht geparkt, in Einführung, als Gast, in Nachbearbeitung",
  Capacity: "Kapazität",
  "Units, on average": "Einheiten, im Mittel",
  "Owner legs that are over": "Beendete Einsätze",
  Messages: "Nachrichten",
  "Messages they wrote to visitors in them": "Nachrichten, die sie darin an Besucher schrieben",
  "First response": "Erste Antwort",
  "From the leg's beginning to its agent's first message, on average":
    "Vom Beginn des Einsatzes bis zur ersten Nachricht seiner Person, im Mittel",
  "Wrap-up": "Nachbearbeitung",
  "After-contact work, on average": "Arbeit nach dem Gespräch, im Mittel",
  "Median leg": "Median der Einsätze",
  "Half of the legs were over by then, ± 2 %": "Die Hälfte der Einsätze war bis dahin vorbei, ± 2 %",
  "90 % leg": "90 % der Einsätze",
  "Nine of ten legs were over by then, ± 2 %": "Neun von zehn Einsätzen waren bis dahin vorbei, ± 2 %",

  // Patterns.
  "Lower end of the 95 % interval of the share (Wilson)":
    "Unteres Ende des 95-%-Bereichs des Anteils (Wilson)",
  "Upper end of the 95 % interval of the share (Wilson)":
    "Oberes Ende des 95-%-Bereichs des Anteils (Wilson)",
  "Escalations by agent against peers": "Eskalationen nach Person im Vergleich",
  "Who passes on more than colleagues at the same tier, beyond what chance explains?":
    "Wer gibt mehr weiter als andere auf derselben Stufe, über den Zufall hinaus?",
  "owner leg at the tier": "Einsatz einer zuständigen Person auf der Stufe",
  "Escalations by topic": "Eskalationen nach Thema",
  "Which topics go up more often than others?": "Welche Themen gehen öfter nach oben als andere?",
  "owner leg at the tier of a conversation with the tag; one with several tags counts under each":
    "Einsatz auf der Stufe in einem Gespräch mit dem Tag; mit mehreren zählt es unter jedem",
  "Escalations by skill": "Eskalationen nach Fähigkeit",
  "Which skills that conversations ask for go up more often than others?":
    "Welche verlangten Fähigkeiten gehen öfter nach oben als andere?",
  "owner leg at the tier of a conversation that asks for the skill":
    "Einsatz auf der Stufe in einem Gespräch, das die Fähigkeit verlangt",
  "Escalations by agent and topic": "Eskalationen nach Person und Thema",
  "Who needs training in which topic?": "Wer braucht Schulung in welchem Thema?",
  "owner leg at the tier of a conversation with the tag; peers are the others with the same topic":
    "Einsatz auf der Stufe in einem Gespräch mit dem Tag; verglichen wird mit den anderen beim selben Thema",
  "Owner legs at the tier that ended by closing or by a move that counts as escalated":
    "Einsätze auf der Stufe, die mit dem Gespräch oder einem als Eskalation zählenden Schritt endeten",
  "Those that ended by such a move": "Die mit einem solchen Schritt endeten",
  "Escalated share": "Anteil eskaliert",
  "Escalated ÷ legs": "Eskaliert ÷ Einsätze",
  "Peers' share": "Anteil der anderen",
  "The same share of all the others in the same selection":
    "Derselbe Anteil bei allen anderen in derselben Auswahl",
  Reading: "Lesart",
  "above or below, if the interval and that of the peers have nothing in common; usual otherwise: small numbers accuse nobody":
    "darüber oder darunter, wenn der Bereich und der der anderen nichts gemeinsam haben; sonst wie üblich: kleine Zahlen beschuldigen niemanden",
  "Who owned the legs": "Wer zuständig war",
  Topic: "Thema",
  "A tag of the conversation": "Ein Tag des Gesprächs",
  Skill: "Fähigkeit",
  "A skill the conversation asks for": "Eine Fähigkeit, die das Gespräch verlangt",

  // Waits.
  "Waits by queue and stage": "Wartezeiten nach Warteschlange und Abschnitt",
  "How long do visitors wait in each stage, and how do their waits end?":
    "Wie lange warten Besucher in jedem Abschnitt, und wie endet ihr Warten?",
  "wait that is over, by its beginning": "Beendete Wartezeit, nach ihrem Beginn",
  "Service level": "Servicelevel",
  "How many waits are answered within the time that was promised?":
    "Wie viele Wartezeiten enden innerhalb der zugesagten Zeit?",
  "Abandonment over time": "Abbrüche im Zeitverlauf",
  "How many visitors give up waiting, and is it getting better?":
    "Wie viele Besucher geben das Warten auf, und wird es besser?",
  Queue: "Warteschlange",
  "Where they waited": "Wo gewartet wurde",
  Stage: "Abschnitt",
  "The stage of the pipeline, if it was in one": "Der Abschnitt der Pipeline, falls es in einem war",
  Waits: "Wartezeiten",
  "Stays in the queue that are over": "Beendete Aufenthalte in der Warteschlange",
  Answered: "Angenommen",
  "An agent became owner": "Jemand wurde zuständig",
  Abandoned: "Abgebrochen",
  "The visitor closed, or was gone": "Der Besucher schloss oder war weg",
  "Timed out": "Zeit abgelaufen",
  "The wait was too long, or the queue closed, and nothing followed":
    "Das Warten war zu lang oder die Warteschlange schloss, und nichts folgte",
  "Fell back": "Ausgewichen",
  "Went on to another place because it was too long, or the queue closed":
    "Ging an einen anderen Ort, weil es zu lang war oder die Warteschlange schloss",
  "Message left": "Nachricht hinterlassen",
  "Ended by a message the visitor left": "Endete mit einer hinterlassenen Nachricht",
  Moved: "Verschoben",
  "A supervisor moved it": "Eine Teamleitung verschob es",
  "Recalled, came back to the sender, or closed by staff":
    "Zurückgeholt, zum Absender zurückgekommen oder intern geschlossen",
  "Abandoned share": "Anteil abgebrochen",
  "Abandoned ÷ waits": "Abgebrochen ÷ Wartezeiten",
  Median: "Median",
  "Half of the answered waits were over by then, ± 2 %":
    "Die Hälfte der angenommenen Wartezeiten war bis dahin vorbei, ± 2 %",
  "90 %": "90 %",
  "Nine of ten answered waits were over by then, ± 2 %":
    "Neun von zehn angenommenen Wartezeiten waren bis dahin vorbei, ± 2 %",
  "95 %": "95 %",
  "19 of 20 answered waits were over by then, ± 2 %":
    "19 von 20 angenommenen Wartezeiten waren bis dahin vorbei, ± 2 %",
  Ended: "Beendet",
  "Waits that are over": "Beendete Wartezeiten",
  "Those that an agent answered": "Die jemand annahm",
  "In time": "Rechtzeitig",
  "Answered within the seconds asked for": "Innerhalb der gefragten Sekunden angenommen",
  "Left in time": "Vorher gegangen",
  "Abandoned or recalled within them: nobody could have answered":
    "Innerhalb davon abgebrochen oder zurückgeholt: niemand hätte annehmen können",
  "Answered in time ÷ (ended − abandoned or recalled in time); a wait that was too long, fell back or ended in a message counts as not answered":
    "Rechtzeitig angenommen ÷ (beendet − vorher gegangen); zu lange, ausgewichene und mit einer Nachricht beendete Wartezeiten zählen als nicht angenommen",
  "Calibration of the estimated wait": "Treffsicherheit der geschätzten Wartezeit",
  "Of the waits that were said to be over in half of the cases by a time, were half of them?":
    "Waren von den Wartezeiten, die angeblich zur Hälfte bis dahin vorbei sind, die Hälfte vorbei?",
  "estimate that was shown, by the moment it was shown": "Gezeigte Schätzung, nach dem Zeitpunkt der Anzeige",
  Said: "Gesagt",
  "The wait that half of such visitors were said not to exceed":
    "Die Wartezeit, die angeblich die Hälfte solcher Besucher nicht überschreitet",
  Estimates: "Schätzungen",
  "Estimates shown, of waits that an agent ended": "Gezeigte Schätzungen zu Wartezeiten, die jemand beendete",
  Censored: "Zensiert",
  "Estimates whose wait ended by leaving or moved on: how long it would have been, nobody knows":
    "Schätzungen, deren Warten durch Weggehen oder Weiterleiten endete: wie lange es gedauert hätte, weiß niemand",
  "Within the half": "In der Hälfte",
  "Waits over by the time said for half of them; 50 % is right":
    "Bis zu der für die Hälfte gesagten Zeit vorbei; richtig sind 50 %",
  "Within the nine tenths": "In neun Zehnteln",
  "Waits over by the time said for nine of ten; 90 % is right":
    "Bis zu der für neun von zehn gesagten Zeit vorbei; richtig sind 90 %",
  "Said, on average": "Gesagt, im Mittel",
  "Mean of the times said for half": "Mittel der für die Hälfte gesagten Zeiten",
  "Waited, on average": "Gewartet, im Mittel",
  "Mean of how long it took from then": "Mittel der Zeit, die es von da an dauerte",

  // Ratings and volume.
  "Rating against hops": "Bewertung nach Übergaben",
  "Are visitors who were handed on more often less satisfied?":
    "Sind Besucher, die öfter weitergegeben wurden, weniger zufrieden?",
  "rated conversation, by its opening": "Bewertetes Gespräch, nach seiner Eröffnung",
  "Rating by agent": "Bewertung nach Person",
  "How are the conversations rated that an agent owned alone, and those they shared?":
    "Wie werden Gespräche bewertet, für die eine Person allein zuständig war, und wie geteilte?",
  "rated conversation, once for each of its owners; a rating belongs to the conversation, not to one of them":
    "Bewertetes Gespräch, einmal für jede zuständige Person; eine Bewertung gehört dem Gespräch, nicht einer von ihnen",
  Ratings: "Bewertungen",
  "Conversations that the visitor rated": "Gespräche, die der Besucher bewertete",
  Rating: "Bewertung",
  "Mean of the ratings, 1 to 5": "Mittel der Bewertungen, 1 bis 5",
  Hops: "Übergaben",
  "How often ownership passed from one agent to another by transfer, escalation or return":
    "Wie oft die Zuständigkeit durch Weiterleitung, Eskalation oder Rückgabe wechselte",
  "Low share": "Anteil niedriger",
  "Ratings of 1 or 2 ÷ ratings": "Bewertungen mit 1 oder 2 ÷ Bewertungen",
  "An owner of the conversation": "Eine für das Gespräch zuständige Person",
  "Ratings, alone": "Bewertungen, allein",
  "Rated conversations that had no other owner": "Bewertete Gespräche ohne andere Zuständige",
  "Rating, alone": "Bewertung, allein",
  "Mean of those": "Deren Mittel",
  "Ratings, shared": "Bewertungen, geteilt",
  "Rated conversations with several owners": "Bewertete Gespräche mit mehreren Zuständigen",
  "Rating, shared": "Bewertung, geteilt",
  "Conversations over time": "Gespräche im Zeitverlauf",
  "How many people ask for help, and how do their conversations end?":
    "Wie viele bitten um Hilfe, und wie enden ihre Gespräche?",
  "Opened in that time": "In dieser Zeit eröffnet",
  "Closed by staff": "Intern geschlossen",
  "Closed by an agent or a supervisor, or ended when an administrator erased the visitor":
    "Von einer zuständigen Person oder Teamleitung geschlossen, oder beendet, als der Besucher gelöscht wurde",
  "Closed by the visitor": "Vom Besucher geschlossen",
  "Closed by the visitor, who was idle, or gone": "Vom Besucher geschlossen, der schwieg oder weg war",
  "Not served": "Nicht bedient",
  "The wait was too long, the queue closed, or a message was left":
    "Das Warten war zu lang, die Warteschlange schloss, oder eine Nachricht wurde hinterlassen",
  Open: "Offen",
  "Not closed": "Nicht geschlossen",
  "An hour, day, week (ISO 8601) or month on the workspace's calendar":
    "Stunde, Tag, Woche (ISO 8601) oder Monat im Kalender des Arbeitsbereichs",
}
