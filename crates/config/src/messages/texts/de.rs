//! German.

use crate::messages::{Moment, Trigger, Wait, wait::Spoken};

pub fn text(trigger: Trigger) -> &'static str {
    match trigger {
        Trigger::Welcome => "Guten Tag. Wie können wir Ihnen helfen?",
        Trigger::Queued => {
            "Vielen Dank. Wir suchen die richtige Person für Sie.\
             {% if estimated_wait %} Wartezeit: {{ estimated_wait }}.{% endif %}"
        }
        Trigger::Position => {
            "{% if position == 1 %}Sie sind als Nächstes dran.\
             {% else %}Sie sind auf Platz {{ position }} der Warteschlange.{% endif %}"
        }
        Trigger::EstimatedWait => {
            "{% if estimated_wait %}Ihre Wartezeit ab jetzt: {{ estimated_wait }}.\
             {% else %}Wie lange es dauert, können wir noch nicht sagen.{% endif %}"
        }
        Trigger::StillSearching => {
            "Wir suchen weiter nach jemandem für Sie. Danke für Ihre Geduld.\
             {% if estimated_wait %} Wartezeit: {{ estimated_wait }}.{% endif %}"
        }
        Trigger::Offered => "Wir haben jemanden gefunden und fragen gerade an.",
        Trigger::AgentJoined | Trigger::TransferAccepted => {
            "{{ agent.name }} ist jetzt für Sie da und kann alles lesen, was Sie geschrieben haben."
        }
        Trigger::AgentLeft | Trigger::GuestLeft | Trigger::SupervisorLeft => {
            "{{ agent.name }} hat das Gespräch verlassen."
        }
        Trigger::TransferStarted => {
            "Wir bitten jemanden aus dem Team dazu. Sie müssen nichts noch einmal erklären."
        }
        Trigger::TransferFailed => {
            "Es konnte doch niemand dazukommen. Für Sie bleibt alles, wie es ist."
        }
        Trigger::TransferReturned => "{{ agent.name }} ist wieder für Sie da.",
        Trigger::HandedOver => "{{ previous_agent.name }} hat an {{ agent.name }} übergeben.",
        Trigger::Escalated => {
            "Ein Team von Spezialisten übernimmt; Sie warten jetzt auf jemanden von dort. \
             Alles, was Sie geschrieben haben, liegt dort vor.\
             {% if estimated_wait %} Neue Wartezeit: {{ estimated_wait }}.\
             {% else %} Die neue Wartezeit nennen wir Ihnen, sobald wir sie kennen.{% endif %}"
        }
        Trigger::SupervisorJoined => "{{ agent.name }} kommt zur Unterstützung dazu.",
        Trigger::GuestJoined => "{{ agent.name }} ist dazugekommen.",
        Trigger::AgentLost => {
            "Die Verbindung zu Ihrer Ansprechperson ist unterbrochen. Wir warten, bis sie wieder da ist."
        }
        Trigger::AgentBack => "{{ agent.name }} ist wieder da.",
        Trigger::Requeued => {
            "Wir suchen jemand anderen für Sie. Sie bleiben ganz vorn, und nichts geht verloren."
        }
        Trigger::Fallback => {
            "Es dauert länger, als es sollte. Deshalb fragen wir jetzt auch andere im Haus."
        }
        Trigger::Choice => {
            "Im Moment ist niemand frei. Möchten Sie weiter warten oder eine Nachricht hinterlassen?"
        }
        Trigger::NoAgents => "Im Moment ist niemand da, um zu antworten.",
        Trigger::OutOfHours => {
            "Wir haben gerade geschlossen.{% if opens_at %} Wir öffnen wieder am {{ opens_at }}.{% endif %} \
             Hinterlassen Sie uns eine Nachricht; \
             wir antworten, sobald wir wieder da sind."
        }
        Trigger::IdleReminder => {
            "Sind Sie noch da? Wenn wir nichts von Ihnen hören, beenden wir das Gespräch in Kürze."
        }
        Trigger::MessageLeft => "Vielen Dank. Ihre Nachricht liegt für das Team bereit.",
        // Only a queue that has one greets.
        Trigger::Greeting | Trigger::StageMessage => "",
        Trigger::Closed => "Dieses Gespräch ist beendet. Vielen Dank.",
        Trigger::Survey => "Wie war es für Sie? Ihre Antwort hilft uns, besser zu werden.",
        Trigger::HeldForInspection => {
            "Bei uns ist etwas schiefgegangen. Ein Mensch kümmert sich darum."
        }
    }
}

pub fn wait(wait: Wait) -> String {
    match wait.spoken() {
        Spoken::Moments => "weniger als eine Minute".to_owned(),
        Spoken::Minutes(1) => "etwa eine Minute".to_owned(),
        Spoken::Minutes(minutes) => format!("etwa {minutes} Minuten"),
        Spoken::Between(from, to) => format!("{from} bis {to} Minuten"),
        Spoken::UpTo(minutes) => format!("bis zu {minutes} Minuten"),
        Spoken::Hours(1) => "etwa eine Stunde".to_owned(),
        Spoken::Hours(hours) => format!("etwa {hours} Stunden"),
    }
}

const WEEKDAYS: [&str; 7] =
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

pub fn moment(moment: &Moment) -> String {
    let (weekday, month) = (moment.weekday(&WEEKDAYS), moment.month(&MONTHS));
    let (day, hour, minute) = (moment.day(), moment.hour(), moment.minute());
    format!("{weekday}, {day}. {month}, um {hour}:{minute} Uhr ({})", moment.zone())
}
