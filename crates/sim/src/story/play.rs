//! Plays a script on a desk, honouring on the way to each step every deadline that falls due, at its own time.
//!
//! Turns words into commands and nothing more: whether a command makes sense is the desk's to say.
//! Connections follow from what people do: who goes online or opens a conversation connects first.

mod deeds;
mod look;

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Desk,
    command::{Actor, Body, ChosenStatus, Command},
    estimate::{self, Picture},
    event::Event,
    ids::{BodyId, ConversationId, OfferId, Timestamp, VisitorId},
};

use super::{
    Failure, Record, Story,
    check::Checks,
    names::Names,
    script::{Act, Deed, Script, Step},
    show,
    workspace::Document,
};

/// 2 November 2026, 09:00 UTC: any Monday morning.
pub const BEGIN: Timestamp = Timestamp(1_793_610_000_000);
/// Deadlines of one moment; more means that one of them does not go away.
const DEADLINES_OF_A_MOMENT_MAX: usize = 1_000;

pub struct Player {
    pub desk: Desk,
    pub names: Names,
    pub bodies: BTreeMap<BodyId, Body>,
    pub journal: Vec<Record>,
    prologue: usize,
    commands: u64,
    document: Document,
    checks: Checks,
    connected: BTreeSet<Actor>,
    latest: BTreeMap<VisitorId, ConversationId>,
    /// The last offer made of each conversation.
    offers: BTreeMap<ConversationId, OfferId>,
    files: u64,
    /// No server honours any deadline.
    stopped: bool,
    now: Timestamp,
    told: Vec<(Timestamp, String)>,
}

/// Plays a whole script.
pub fn play(script: &Script) -> Result<Story, Failure> {
    let broken = |what: String| Failure { line: 0, what };
    let mut document = Document::named(&script.workspace.name).map_err(broken)?;
    document.change(&script.workspace.patch).map_err(broken)?;
    let mut player = Player {
        desk: Desk::new(),
        names: Names::from(BEGIN),
        bodies: BTreeMap::new(),
        journal: Vec::new(),
        prologue: 0,
        commands: 0,
        document,
        checks: Checks::default(),
        connected: BTreeSet::new(),
        latest: BTreeMap::new(),
        offers: BTreeMap::new(),
        files: 0,
        stopped: false,
        now: BEGIN,
        told: Vec::new(),
    };
    player.configure().map_err(broken)?;
    for name in &script.online {
        player
            .by(name, &Deed::Sets { status: ChosenStatus::Online, reason: None })
            .map_err(broken)?;
    }
    // How the day began is the same in every story and not worth telling.
    player.told.clear();
    player.prologue = player.journal.len();
    for step in &script.steps {
        player.step(step).map_err(|what| Failure { line: step.line, what })?;
    }
    player.checks.at_end(&player.desk, &player.journal).map_err(broken)?;
    player.end(script)
}

impl Player {
    fn step(&mut self, step: &Step) -> Result<(), String> {
        self.pass_time(BEGIN.after(step.at_ms))?;
        match &step.act {
            Act::Tick => Ok(()),
            Act::ServerStops => {
                self.stopped = true;
                Ok(())
            }
            Act::RenewsHours => {
                let config = self.desk.config().ok_or("there is no configuration")?;
                let hours = self.document.hours(config, self.now)?;
                let version = config.version;
                self.handle(Actor::System, Command::RenewHours { version, hours })
            }
            Act::ServerRestarts => {
                self.stopped = false;
                self.connected.clear();
                self.handle(Actor::System, Command::StartServer)
            }
            Act::Reconfigures { patch } => {
                let version = |desk: &Desk| desk.config().map(|config| config.version);
                let (document, present) = (self.document.clone(), version(&self.desk));
                self.document.change(patch)?;
                self.configure()?;
                if version(&self.desk) == present {
                    self.document = document;
                }
                Ok(())
            }
            Act::Quarantine { conversation } => {
                let conversation = self.conversation(conversation)?;
                self.handle(Actor::System, Command::Quarantine { conversation })
            }
            Act::Erases { visitor } => {
                let visitor = self.names.meet(visitor);
                self.handle(Actor::System, Command::EraseVisitor { visitor })
            }
            Act::Predicts => {
                let picture = Picture::of(&self.desk, self.now);
                let commands = estimate::refresh(&picture);
                self.desk.foresee(estimate::outlook(&picture));
                commands.into_iter().try_for_each(|command| self.handle(Actor::System, command))
            }
            Act::Estimates { conversation, position, estimate } => {
                let (conversation, position) = (self.conversation(conversation)?, *position);
                let command = Command::NoteEstimate { conversation, position, estimate: *estimate };
                self.handle(Actor::System, command)
            }
            Act::By { who, deed } => self.by(who, deed),
            Act::Looks { who, at } => self.look(who, at),
        }
    }

    /// Lets the desk honour every deadline up to `until`, each when it falls due.
    fn pass_time(&mut self, until: Timestamp) -> Result<(), String> {
        let mut of_this_moment = 0;
        if self.stopped {
            self.now = until;
            return Ok(());
        }
        while let Some((due, deadline)) = self.desk.next_deadline().filter(|(due, _)| *due <= until)
        {
            if due > self.now {
                self.now = due;
                of_this_moment = 0;
            }
            of_this_moment += 1;
            if of_this_moment > DEADLINES_OF_A_MOMENT_MAX {
                return Err(format!("{deadline:?} falls due again and again"));
            }
            self.handle(Actor::System, Command::Tick)?;
        }
        self.now = until;
        Ok(())
    }

    fn configure(&mut self) -> Result<(), String> {
        let config = self.document.load(self.desk.config(), self.now)?;
        self.names.learn(&config);
        self.handle(Actor::System, Command::Configure { config: Box::new(config) })
    }

    fn by(&mut self, who: &str, deed: &Deed) -> Result<(), String> {
        let actor = match self.names.agent_named(who) {
            Some(agent) => Actor::Agent(agent),
            None => Actor::Visitor(self.names.meet(who)),
        };
        let comes = matches!(deed, Deed::Sets { .. } | Deed::Opens { .. });
        if comes && !self.connected.contains(&actor) {
            let told = self.told.len();
            self.connects(actor)?;
            // That somebody is there goes without saying; what follows from it does not.
            if self.told.len() == told + 1 {
                self.told.truncate(told);
            }
        }
        if *deed == Deed::Connects {
            return self.connects(actor);
        }
        if *deed == Deed::Drops {
            self.connected.remove(&actor);
            return self.handle(Actor::System, connection(actor, Socket::Lost));
        }
        let command = self.command(actor, deed)?;
        self.handle(actor, command)
    }

    fn connects(&mut self, actor: Actor) -> Result<(), String> {
        self.connected.insert(actor);
        self.handle(Actor::System, connection(actor, Socket::Opened))
    }

    /// One command, and everything that is true of every command.
    fn handle(&mut self, actor: Actor, command: Command) -> Result<(), String> {
        let before = self.desk.state().clone();
        let decision = match self.desk.handle(actor, command, self.now) {
            Ok(decision) => decision,
            Err(rejection) => {
                if *self.desk.state() != before {
                    return Err(format!("`{rejection}` left the desk changed"));
                }
                self.tell(format!("rejected: {rejection}"));
                return Ok(());
            }
        };
        self.bodies.extend(decision.bodies);
        for event in &decision.events {
            if let Event::ConversationOpened { conversation, visitor, .. } = event {
                self.names.opened(*conversation, *visitor);
                self.latest.insert(*visitor, *conversation);
            }
            if let Event::OfferMade { offer, conversation, .. } = event {
                self.offers.insert(*conversation, *offer);
            }
            self.tell(show::event(event, &self.names));
        }
        let (desk, events) = (&self.desk, &decision.events);
        self.checks.after_command(desk, events, &self.bodies, &self.names, self.now)?;
        let (at, journal) = (self.now, &mut self.journal);
        self.commands += 1;
        let command = self.commands;
        let record = |event| Record { command, at, actor, event };
        journal.extend(decision.events.into_iter().map(record));
        Ok(())
    }

    fn tell(&mut self, line: String) {
        self.told.push((self.now, line));
    }

    fn end(self, script: &Script) -> Result<Story, Failure> {
        let told =
            self.told.iter().map(|(at, line)| (self.names.clock(*at), line.clone())).collect();
        let Self { desk, names, bodies, journal, prologue, .. } = self;
        let mut story =
            Story { journal, prologue, desk, bodies, names, told, transcripts: Vec::new() };
        for name in &script.visitors_shown {
            let lines = story.visitor_transcript(name).ok_or_else(|| Failure {
                line: 0,
                what: format!("there is no visitor `{name}` to show"),
            })?;
            story.transcripts.push((name.clone(), lines));
        }
        Ok(story)
    }
}

#[derive(Clone, Copy)]
enum Socket {
    Opened,
    Lost,
}

fn connection(actor: Actor, socket: Socket) -> Command {
    match (actor, socket) {
        (Actor::Agent(agent), Socket::Opened) => Command::ConnectAgent { agent },
        (Actor::Agent(agent), Socket::Lost) => Command::LoseAgentConnection { agent },
        (Actor::Visitor(visitor), Socket::Opened) => Command::ConnectVisitor { visitor },
        (Actor::Visitor(visitor), Socket::Lost) => Command::LoseVisitorConnection { visitor },
        (Actor::System, Socket::Opened | Socket::Lost) => Command::StartServer,
    }
}
