//! One run of a profile: first everything goes wrong that can, then nothing does, and what was begun has to end.
//!
//! Safety: the invariants of what each command touched, all of them every 1,000 events, and what the engine promises
//! (`ground::Served`). Liveness: with the faults over and everybody at work, whatever waited is offered, every
//! offer and every pending hand-over ends, and in the end nothing is open.

use std::collections::BTreeSet;

use domain::{
    Desk,
    command::Command,
    event::Event,
    explain::Verdict,
    ids::{ConversationId, HandoffId, OfferId},
    state::{Conversation, State},
};
use engine::Decided;

use crate::{
    chronicle::Chronicle,
    figures::Figures,
    ground::{Ground, Served},
    people::Crowd,
    predictor::Predictor,
    profile::Profile,
    reach::Reach,
    shrink::{breaks_like, shrink},
    simulation::{BEGIN, Broken, HOUR_MS, Observer, Simulation},
    story::Document,
};

/// Longer than any time-out that nobody has in hand.
const LIVENESS_MS: u64 = 2 * HOUR_MS;
/// How often the caller hears how far the run has come.
const PROGRESS_MS: u64 = 60_000;

#[derive(Debug, Clone)]
pub struct Run {
    pub profile: Profile,
    pub seed: u64,
    pub hours: u64,
}

#[derive(Debug)]
pub struct Outcome {
    pub figures: Figures,
    pub reach: Reach,
    /// The state at the end, that of a run of the same seed.
    pub state: State,
    pub records: u64,
    /// Why the run failed, if it did.
    pub failure: Option<Broken>,
    /// What people did, as the steps of a script.
    pub steps: Vec<String>,
}

impl Run {
    /// Plays it before somebody who looks on. `progress` hears the hours played, of all there are.
    pub fn play(
        &self,
        onlooker: &mut impl Observer,
        mut progress: impl FnMut(f64),
    ) -> Result<Outcome, String> {
        let document = Document::named(self.profile.document)?;
        let chronicle = Chronicle::new(document, self.profile.disturbances.changes);
        let (config, faults) = (self.profile.config()?, self.profile.faults);
        let ground = Served::new(config, faults, chronicle, self.seed, BEGIN);
        let crowd = Crowd::new(self.profile.clone(), self.seed.wrapping_mul(0x9e37_79b9))?;
        let mut simulation = Simulation::new(ground, crowd);
        let (mut figures, mut reach) = (Figures::default(), Reach::default());
        let mut predictor = Predictor::default();
        let mut counters = (&mut figures, &mut reach);
        let mut parts = (&mut predictor, &mut counters);
        let mut observer = (&mut parts, onlooker);
        let played = self.play_on(&mut simulation, &mut observer, &mut progress);
        Ok(Outcome {
            figures,
            reach,
            state: simulation.ground.desk().state().clone(),
            records: simulation.ground.journal_head().0,
            failure: played.err(),
            steps: {
                let until = simulation.now();
                simulation.ground.steps(until)
            },
        })
    }

    /// The shortest script found that breaks as the outcome says; none if it takes more than the rules to break it
    /// (the engine, the store, or that nothing more happens): the seed plays it again.
    pub fn story(&self, outcome: &Outcome) -> Option<String> {
        let failure = outcome.failure.as_ref()?;
        let header = format!(
            "# Found by `baton simulate --profile {} --seed {} --hours {}`:\n# {}\nworkspace {}\n",
            self.profile.name,
            self.seed,
            self.hours,
            failure.what.lines().next().unwrap_or_default(),
            self.profile.document
        );
        shrink(&header, outcome.steps.clone(), breaks_like(&failure.what))
    }

    fn play_on(
        &self,
        simulation: &mut Simulation<Served, Crowd>,
        observer: &mut impl Observer,
        progress: &mut impl FnMut(f64),
    ) -> Result<(), Broken> {
        let minutes = self.hours * HOUR_MS / PROGRESS_MS;
        for minute in 1..=minutes {
            simulation.run_until(BEGIN.after(minute * PROGRESS_MS), observer)?;
            progress(minute as f64 / minutes as f64);
        }
        simulation.ground.stop_faults();
        simulation.run_until(simulation.now().after(60_000), observer)?;
        simulation.with_people(Crowd::calm_down);
        let mut owed = Owed::of(simulation.ground.desk());
        let end = simulation.now().after(LIVENESS_MS);
        simulation.run_until(end, &mut (observer, &mut owed))?;
        let broken = |what| Broken { at: end, what };
        owed.unpaid(simulation.ground.desk()).map_err(broken)?;
        simulation.ground.check_replay(end).map_err(broken)
    }
}

/// What has to come once everybody is at work and nothing goes wrong.
struct Owed {
    /// Waiting, and not on offer.
    waiting: BTreeSet<ConversationId>,
    offers: BTreeSet<OfferId>,
    handoffs: BTreeSet<HandoffId>,
}

impl Owed {
    fn of(desk: &Desk) -> Self {
        let conversations = || desk.state().conversations.values().filter(|c| !c.quarantined);
        let waits = |c: &&Conversation| c.wait().is_some() && c.offer.is_none();
        Self {
            waiting: conversations().filter(waits).map(|c| c.id).collect(),
            offers: conversations().filter_map(|c| Some(c.offer.as_ref()?.id)).collect(),
            handoffs: conversations().filter_map(|c| Some(c.handoff.as_ref()?.id)).collect(),
        }
    }

    fn unpaid(&self, desk: &Desk) -> Result<(), String> {
        let nobody_could = |id: &ConversationId| is_beyond_everybody(desk, *id);
        let waiting: Vec<_> = self.waiting.iter().filter(|id| !nobody_could(id)).collect();
        let open = desk.state().conversations.values().filter(|c| !c.is_closed());
        let open: Vec<_> = open.map(|c| c.id).filter(|id| !nobody_could(id)).collect();
        let unpaid = [
            (waiting.is_empty(), format!("never offered: {waiting:?}")),
            (self.offers.is_empty(), format!("offers that do not end: {:?}", self.offers)),
            (self.handoffs.is_empty(), format!("hand-overs that do not end: {:?}", self.handoffs)),
            (open.is_empty(), format!("open for ever: {open:?}")),
        ];
        match unpaid.into_iter().find(|(paid, _)| !paid) {
            Some((_, what)) => Err(format!("liveness: {what}")),
            None => Ok(()),
        }
    }
}

impl Observer for Owed {
    fn told(&mut self, _: &Desk, decided: &Decided) -> Vec<Command> {
        for entry in &decided.entries {
            if let Event::OfferMade { conversation, .. }
            | Event::AgentAssigned { conversation, .. }
            | Event::ConversationClosed { conversation, .. } = &entry.event
            {
                self.waiting.remove(conversation);
            }
            if let Event::OfferEnded { offer, .. } | Event::OfferAccepted { offer, .. } =
                &entry.event
            {
                self.offers.remove(offer);
            }
            if let Event::OfferDeclined { offer, .. } = &entry.event {
                self.offers.remove(offer);
            }
            if let Event::TransferCompleted { handoff, .. } | Event::TransferEnded { handoff, .. } =
                &entry.event
            {
                self.handoffs.remove(handoff);
            }
        }
        Vec::new()
    }
}

/// Whether no agent there is could take it, however much room they had: nobody serves the place with these skills.
fn is_beyond_everybody(desk: &Desk, id: ConversationId) -> bool {
    let agents = desk.config().into_iter().flat_map(|config| config.agents.keys());
    agents.copied().all(|agent| match desk.explain(id, agent) {
        Some(Verdict::NotMember | Verdict::LacksSkill { .. }) | None => true,
        Some(
            Verdict::Eligible
            | Verdict::Offline
            | Verdict::Disconnected
            | Verdict::NotResponding
            | Verdict::Away
            | Verdict::TransferOnly
            | Verdict::AtCapacity { .. }
            | Verdict::NotListed
            | Verdict::Declined { .. }
            | Verdict::Sender,
        ) => false,
    })
}
