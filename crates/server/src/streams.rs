//! What sockets would have told each viewer of a journal: the frames of `workspace::publish` and the snapshots
//! of `socket`, from facts that are decided already. For whatever shows a story: documentation, and tests of
//! programs that read the wire.

use std::{
    collections::BTreeMap,
    io,
    pin::pin,
    sync::Arc,
    task::{Context, Poll, Waker},
};

use bus::{Frames, Subscription};
use domain::{
    command::{Actor, Body},
    event::Event,
    ids::{AgentId, BodyId, ConversationId, Timestamp, VisitorId},
    view::Viewer,
};
use engine::Showing;
use protocol::frame::{ServerFrame, with_tail};
use serde::Serialize;
use serde_json::Value;

use crate::{
    clock::Clock,
    links::Links,
    sign_in::signing::SigningKey,
    socket::{Side, StaffSide, VisitorSide},
    translate::{Names, ToWire, lines::Transfers, staff, standing::Standings},
    workspace::{Bodies, Frame, Press},
};

/// There is one workspace, and nobody asks for it by name.
const ON_BUS: bus::Workspace = bus::Workspace(1);

/// A journal that is shown from its first record on, and what its viewers have heard so far.
pub struct Streams {
    showing: Showing,
    press: Press,
    names: Names,
    bus: Frames<Viewer, Frame>,
    streams: BTreeMap<Viewer, Stream>,
}

struct Stream {
    subscription: Subscription<Viewer, Frame>,
    /// The sequence of the last frame.
    after: u64,
    frames: Vec<Value>,
}

impl Streams {
    /// # Errors
    ///
    /// When the system gives no randomness: links to files are signed.
    pub fn new() -> io::Result<Self> {
        let links = Links {
            keys: Arc::new(SigningKey::random()?),
            clock: Arc::new(Clock::default()),
            workspace: "story".into(),
        };
        Ok(Self {
            showing: Showing::default(),
            press: Press {
                bodies: Bodies::default(),
                transfers: Transfers::default(),
                standings: Standings::default(),
                links,
            },
            names: Names::in_force(None),
            bus: Frames::new(),
            streams: BTreeMap::new(),
        })
    }

    /// From here on this viewer is connected: a snapshot, then a frame for each step that concerns them.
    pub fn subscribe(&mut self, viewer: Viewer) {
        self.showing.subscribe(viewer);
        let subscription = self.bus.subscribe(ON_BUS, viewer);
        self.streams.insert(viewer, Stream { subscription, after: 0, frames: Vec::new() });
        self.begin(viewer);
    }

    /// An agent asks for the lines of a conversation without being in it.
    pub fn watch(&mut self, agent: AgentId, conversation: ConversationId) {
        self.showing.watch(agent, conversation);
    }

    /// What one command led to.
    pub fn step(
        &mut self,
        at: Timestamp,
        actor: Actor,
        events: Vec<Event>,
        bodies: Vec<(BodyId, Body)>,
    ) {
        let step = self.showing.step(at, actor, events, bodies);
        if step.everything {
            self.names = Names::in_force(self.showing.desk().config().cloned());
        }
        let publisher = self.bus.publisher(ON_BUS);
        self.press.publish(&step, Vec::new(), &self.names, &publisher);
        let viewers: Vec<Viewer> = self.streams.keys().copied().collect();
        for viewer in viewers {
            if step.everything {
                self.begin(viewer);
            } else {
                self.hear(viewer);
            }
        }
    }

    /// Everything each viewer was told, as it goes over their socket, and what a new socket would be told now.
    pub fn told(&self) -> impl Iterator<Item = (Viewer, &[Value], Option<Value>)> {
        self.streams
            .iter()
            .map(|(viewer, stream)| (*viewer, stream.frames.as_slice(), self.snapshot(*viewer)))
    }

    fn begin(&mut self, viewer: Viewer) {
        let snapshot = self.snapshot(viewer);
        let sequence = self.showing.sequence().0;
        if let (Some(stream), Some(frame)) = (self.streams.get_mut(&viewer), snapshot) {
            stream.after = sequence;
            stream.frames.push(frame);
        }
    }

    fn agent(&self, agent: AgentId) -> Option<protocol::staff::You> {
        let entry = self.names.config().agents.get(&agent)?;
        Some(staff::you(agent, &entry.roles, &self.names))
    }

    /// Nothing for somebody who is not in the workspace document.
    fn snapshot(&self, viewer: Viewer) -> Option<Value> {
        match viewer {
            Viewer::Agent(agent) => self.snapshot_of::<StaffSide>(viewer, self.agent(agent)),
            Viewer::Visitor(visitor) => self.snapshot_of::<VisitorSide>(viewer, Some(you(visitor))),
        }
    }

    fn snapshot_of<S: Side>(&self, viewer: Viewer, you: Option<S::You>) -> Option<Value> {
        let snapshot = self.showing.desk().snapshot(viewer);
        let texts = self.press.bodies.for_objects(snapshot.values());
        let objects =
            snapshot.values().filter_map(|object| S::object(object, &self.names, &texts)).collect();
        let sequence = self.showing.sequence().0;
        Some(json(&ServerFrame::<_, _, S::Line>::Snapshot { sequence, you: you?, objects }))
    }

    /// Takes what was published for a viewer.
    fn hear(&mut self, viewer: Viewer) {
        let Some(stream) = self.streams.get_mut(&viewer) else { return };
        for frame in published(&stream.subscription) {
            if let Frame::Step { sequence, tail } = frame {
                let whole = with_tail(sequence, stream.after, &tail);
                stream.after = sequence;
                stream.frames.extend(serde_json::from_slice::<Value>(&whole));
            }
        }
    }
}

/// What is there to be read; it was published before, so that nothing is waited for.
fn published(subscription: &Subscription<Viewer, Frame>) -> Vec<Frame> {
    let mut frames = Vec::new();
    let read = pin!(subscription.read(&mut frames)).poll(&mut Context::from_waker(Waker::noop()));
    match read {
        Poll::Ready(Ok(())) => frames,
        Poll::Ready(Err(_)) | Poll::Pending => Vec::new(),
    }
}

fn you(visitor: VisitorId) -> protocol::visitor::You {
    protocol::visitor::You { visitor: visitor.wire() }
}

fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("types of the wire have a JSON form")
}
