//! French. A no-break space stands before `?`, `!`, `:` and `;`, as French printers set it.

use crate::messages::{Moment, Trigger, Wait, wait::Spoken};

pub fn text(trigger: Trigger) -> &'static str {
    match trigger {
        Trigger::Welcome => "Bonjour. Comment pouvons-nous vous aider\u{a0}?",
        Trigger::Queued => {
            "Merci. Nous cherchons la bonne personne pour vous.\
             {% if estimated_wait %} Temps d’attente\u{a0}: {{ estimated_wait }}.{% endif %}"
        }
        Trigger::Position => {
            "{% if position == 1 %}C’est bientôt votre tour\u{a0}: vous êtes en tête de file.\
             {% else %}Votre place dans la file\u{a0}: {{ position }}.{% endif %}"
        }
        Trigger::EstimatedWait => {
            "{% if estimated_wait %}Temps d’attente à partir de maintenant\u{a0}: {{ estimated_wait }}.\
             {% else %}Nous ne pouvons pas encore vous dire combien de temps cela prendra.{% endif %}"
        }
        Trigger::StillSearching => {
            "Nous cherchons toujours quelqu’un pour vous. Merci de votre patience.\
             {% if estimated_wait %} Temps d’attente\u{a0}: {{ estimated_wait }}.{% endif %}"
        }
        Trigger::Offered => "Nous avons trouvé quelqu’un et lui demandons de vous rejoindre.",
        Trigger::AgentJoined | Trigger::TransferAccepted => {
            "{{ agent.name }} vous rejoint et peut lire tout ce que vous avez écrit."
        }
        Trigger::AgentLeft | Trigger::GuestLeft | Trigger::SupervisorLeft => {
            "{{ agent.name }} a quitté la conversation."
        }
        Trigger::TransferStarted => {
            "Nous demandons à une autre personne de l’équipe de vous rejoindre. \
             Vous n’aurez rien à réexpliquer."
        }
        Trigger::TransferFailed => {
            "Finalement, personne n’a pu vous rejoindre. Rien ne change pour vous."
        }
        Trigger::TransferReturned => "{{ agent.name }} est de nouveau avec vous.",
        Trigger::HandedOver => "{{ previous_agent.name }} a passé le relais à {{ agent.name }}.",
        Trigger::Escalated => {
            "Une équipe spécialisée prend le relais\u{a0}; vous attendez maintenant l’un de ses membres, \
             qui pourra lire tout ce que vous avez écrit.\
             {% if estimated_wait %} Nouveau temps d’attente\u{a0}: {{ estimated_wait }}.\
             {% else %} Nous vous indiquerons le nouveau temps d’attente dès que nous le connaîtrons.{% endif %}"
        }
        Trigger::SupervisorJoined => "{{ agent.name }} vient vous aider.",
        Trigger::GuestJoined => "{{ agent.name }} a rejoint la conversation.",
        Trigger::AgentLost => {
            "La connexion avec la personne qui vous répond est coupée. Nous attendons son retour."
        }
        Trigger::AgentBack => "{{ agent.name }} est de retour.",
        Trigger::Requeued => {
            "Nous cherchons quelqu’un d’autre pour vous. Vous restez en tête de file et rien n’est perdu."
        }
        Trigger::Fallback => {
            "C’est plus long que prévu\u{a0}: nous demandons donc aussi à d’autres collègues."
        }
        Trigger::Choice => {
            "Personne n’est libre pour le moment. Préférez-vous attendre encore ou laisser un message\u{a0}?"
        }
        Trigger::NoAgents => "Personne n’est là pour répondre en ce moment.",
        Trigger::OutOfHours => {
            "Nous sommes fermés pour le moment.\
             {% if opens_at %} Nous rouvrons le {{ opens_at }}.{% endif %} Laissez-nous un message\u{a0}: \
             nous vous répondrons dès notre retour."
        }
        Trigger::IdleReminder => {
            "Êtes-vous toujours là\u{a0}? Sans nouvelles de vous, nous fermerons bientôt la conversation."
        }
        Trigger::MessageLeft => "Merci. Votre message a été transmis à l’équipe.",
        // Only a queue that has one greets.
        Trigger::Greeting | Trigger::StageMessage => "",
        Trigger::Closed => "Cette conversation est terminée. Merci.",
        Trigger::Survey => {
            "Comment cela s’est-il passé\u{a0}? Votre réponse nous aide à progresser."
        }
        Trigger::HeldForInspection => {
            "Un problème est survenu de notre côté. Quelqu’un s’en occupe."
        }
    }
}

pub fn wait(wait: Wait) -> String {
    match wait.spoken() {
        Spoken::Moments => "moins d’une minute".to_owned(),
        Spoken::Minutes(1) => "environ une minute".to_owned(),
        Spoken::Minutes(minutes) => format!("environ {minutes} minutes"),
        Spoken::Between(from, to) => format!("{from} à {to} minutes"),
        Spoken::UpTo(minutes) => format!("jusqu’à {minutes} minutes"),
        Spoken::Hours(1) => "environ une heure".to_owned(),
        Spoken::Hours(hours) => format!("environ {hours} heures"),
    }
}

const WEEKDAYS: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

pub fn moment(moment: &Moment) -> String {
    let (weekday, month) = (moment.weekday(&WEEKDAYS), moment.month(&MONTHS));
    let (day, hour, minute) = (moment.day(), moment.hour(), moment.minute());
    format!("{weekday} {day} {month} à {hour} h {minute} ({})", moment.zone())
}
