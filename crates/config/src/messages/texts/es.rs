//! Spanish.

use crate::messages::{Moment, Trigger, Wait, wait::Spoken};

pub fn text(trigger: Trigger) -> &'static str {
    match trigger {
        Trigger::Welcome => "Hola. ¿En qué podemos ayudarle?",
        Trigger::Queued => {
            "Gracias. Estamos buscando a la persona adecuada para usted.\
             {% if estimated_wait %} Tiempo de espera: {{ estimated_wait }}.{% endif %}"
        }
        Trigger::Position => {
            "{% if position == 1 %}El siguiente turno es el suyo.\
             {% else %}Su turno en la fila: {{ position }}.{% endif %}"
        }
        Trigger::EstimatedWait => {
            "{% if estimated_wait %}Tiempo de espera a partir de ahora: {{ estimated_wait }}.\
             {% else %}Todavía no podemos decirle cuánto tardará.{% endif %}"
        }
        Trigger::StillSearching => {
            "Seguimos buscando a alguien para usted. Gracias por su paciencia.\
             {% if estimated_wait %} Tiempo de espera: {{ estimated_wait }}.{% endif %}"
        }
        Trigger::Offered => {
            "Hemos encontrado a alguien y le estamos preguntando si puede atenderle."
        }
        Trigger::AgentJoined | Trigger::TransferAccepted => {
            "{{ agent.name }} va a atenderle y puede leer todo lo que ha escrito."
        }
        Trigger::AgentLeft | Trigger::GuestLeft | Trigger::SupervisorLeft => {
            "{{ agent.name }} ha salido de la conversación."
        }
        Trigger::TransferStarted => {
            "Estamos pidiendo a otra persona del equipo que se una. No tendrá que explicar nada de nuevo."
        }
        Trigger::TransferFailed => "Al final no ha podido unirse nadie. Para usted no cambia nada.",
        Trigger::TransferReturned => "{{ agent.name }} vuelve a estar con usted.",
        Trigger::HandedOver => {
            "{{ previous_agent.name }} ha pasado la conversación a {{ agent.name }}."
        }
        Trigger::Escalated => {
            "Un equipo especializado se hace cargo; ahora espera a una persona de ese equipo. \
             Podrá leer todo lo que ha escrito.\
             {% if estimated_wait %} Nuevo tiempo de espera: {{ estimated_wait }}.\
             {% else %} Le diremos el nuevo tiempo de espera en cuanto lo sepamos.{% endif %}"
        }
        Trigger::SupervisorJoined => "{{ agent.name }} se une para ayudar.",
        Trigger::GuestJoined => "{{ agent.name }} se ha unido a la conversación.",
        Trigger::AgentLost => {
            "Se ha perdido la conexión con la persona que le atiende. Esperamos a que vuelva."
        }
        Trigger::AgentBack => "{{ agent.name }} ha vuelto.",
        Trigger::Requeued => {
            "Buscamos a otra persona para usted. Conserva el primer lugar y no se pierde nada."
        }
        Trigger::Fallback => {
            "Está tardando más de lo debido, así que preguntamos también a otras personas."
        }
        Trigger::Choice => {
            "En este momento no hay nadie libre. ¿Prefiere seguir esperando o dejar un mensaje?"
        }
        Trigger::NoAgents => "En este momento no hay nadie que pueda responder.",
        Trigger::OutOfHours => {
            "Ahora mismo está cerrado.{% if opens_at %} Volvemos a abrir el {{ opens_at }}.{% endif %} \
             Deje un mensaje y le responderemos cuando volvamos."
        }
        Trigger::IdleReminder => {
            "¿Sigue ahí? Si no tenemos noticias suyas, cerraremos pronto la conversación."
        }
        Trigger::MessageLeft => "Gracias. Hemos guardado su mensaje para el equipo.",
        // Only a queue that has one greets.
        Trigger::Greeting | Trigger::StageMessage => "",
        Trigger::Closed => "Esta conversación ha terminado. Gracias.",
        Trigger::Survey => "¿Qué le ha parecido? Su respuesta nos ayuda a mejorar.",
        Trigger::HeldForInspection => {
            "Algo ha fallado por nuestra parte. Una persona lo está revisando."
        }
    }
}

pub fn wait(wait: Wait) -> String {
    match wait.spoken() {
        Spoken::Moments => "menos de un minuto".to_owned(),
        Spoken::Minutes(1) => "alrededor de un minuto".to_owned(),
        Spoken::Minutes(minutes) => format!("unos {minutes} minutos"),
        Spoken::Between(from, to) => format!("de {from} a {to} minutos"),
        Spoken::UpTo(minutes) => format!("hasta {minutes} minutos"),
        Spoken::Hours(1) => "alrededor de una hora".to_owned(),
        Spoken::Hours(hours) => format!("unas {hours} horas"),
    }
}

const WEEKDAYS: [&str; 7] =
    ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
const MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

pub fn moment(moment: &Moment) -> String {
    let (weekday, month) = (moment.weekday(&WEEKDAYS), moment.month(&MONTHS));
    let (day, hour, minute) = (moment.day(), moment.hour(), moment.minute());
    format!("{weekday} {day} de {month} a las {hour}:{minute} ({})", moment.zone())
}
