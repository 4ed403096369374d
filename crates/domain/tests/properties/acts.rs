//! What people may do next. An act names its object by a number that is taken modulo what there is; `resolved` finds it.

use domain::{
    command::{
        AssistMode, Audience, Choice, ChosenStatus, Completion, Displaced, OnUnanswered, OpenWork,
        Room, Target, TransferMode,
    },
    ids::{AgentId, QueueId},
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use super::workspaces::{AGENTS, HOURS, QUEUES};

const VISITORS: u64 = 6;

/// Time goes by, the server falls over, or somebody does something.
#[derive(Debug, Clone)]
pub enum Act {
    Pass { ms: u64 },
    NextDeadline,
    Restart { down_ms: u64 },
    Do(Doing),
}

#[derive(Debug, Clone)]
pub enum Doing {
    Reconfigure {
        agent: u64,
        capacity: u32,
        removed: bool,
        weight: u32,
    },
    /// Hours, once more after they end.
    RenewHours {
        hours: u64,
        open_ms: u64,
    },
    Connect {
        agent: u64,
    },
    Lose {
        agent: u64,
    },
    Status {
        agent: u64,
        status: ChosenStatus,
    },
    GoOffline {
        agent: u64,
        open: OpenWork,
    },
    VisitorComes {
        visitor: u64,
    },
    VisitorGoes {
        visitor: u64,
    },
    Open {
        visitor: u64,
        queue: Option<u64>,
        skill: Option<u8>,
    },
    Choose {
        pick: usize,
        choice: Choice,
    },
    Accept {
        pick: usize,
        asked: usize,
    },
    Decline {
        pick: usize,
        asked: usize,
    },
    Pull {
        pick: usize,
        agent: u64,
    },
    VisitorWrites {
        pick: usize,
    },
    /// What the page knows of the visitor changed: a plan, or none any more.
    PageSays {
        pick: usize,
        plan: Option<u8>,
    },
    AgentWrites {
        pick: usize,
        audience: Audience,
    },
    VisitorCloses {
        pick: usize,
    },
    /// Done by whoever does such things; now and then by somebody else of the conversation.
    Own {
        pick: usize,
        deed: Deed,
        other: Option<Who>,
    },
    Transfer {
        pick: usize,
        target: Target,
        mode: TransferMode,
        place: Option<QueueId>,
    },
    Invite {
        pick: usize,
        target: Target,
    },
    Confer {
        pick: usize,
        deed: Conferring,
    },
    /// An operator erases the visitor of some conversation.
    Erase {
        pick: usize,
    },
    Supervise {
        pick: usize,
        by: u64,
        deed: Oversight,
    },
    /// The predictor's figures, or somebody's that make no sense.
    Predict {
        pick: usize,
        range: Option<(u32, u64)>,
    },
    Quarantine {
        pick: usize,
    },
}

#[derive(Debug, Clone, Copy)]
pub enum Deed {
    Close,
    Park,
    Wake,
    Cancel,
    Recall,
    Complete,
    HandBack,
    Leave,
    PassOwnership,
    EndWrapUp,
    ExtendWrapUp,
    Priority(u8),
    Report,
    RaiseHand,
    LowerHand,
}

#[derive(Debug, Clone, Copy)]
pub enum Who {
    Owner,
    Receiver,
    Sender,
    Guest,
    Former,
    Supervisor,
}

/// What an owner does in a conference.
#[derive(Debug, Clone, Copy)]
pub enum Conferring {
    Cancel,
    Remove,
    MakeOwner,
    LeaveTo,
}

#[derive(Debug, Clone, Copy)]
pub enum Oversight {
    Assign { to: u64, room: Room },
    Requeue,
    Close,
    TakeHand(AssistMode),
    Assist { mode: AssistMode, confirmed: bool },
    TakeOver(Displaced),
    AllowMove,
    Read,
}

pub fn acts() -> impl Strategy<Value = Vec<Act>> {
    // Everybody comes online first, most of the time, or nothing would happen.
    let arrivals =
        vec(prop_oneof![8 => Just(true), 1 => Just(false)], AGENTS as usize).prop_map(|online| {
            (1..=AGENTS)
                .zip(online)
                .filter(|(_, online)| *online)
                .flat_map(|(agent, _)| {
                    [
                        Doing::Connect { agent },
                        Doing::Status { agent, status: ChosenStatus::Online },
                    ]
                    .map(Act::Do)
                })
                .collect::<Vec<_>>()
        });
    let visitors = (1..=VISITORS).map(|visitor| Act::Do(Doing::VisitorComes { visitor }));
    (arrivals, vec(act(), 1..80)).prop_map(move |(mut acts, more)| {
        acts.extend(visitors.clone());
        acts.extend(more);
        acts
    })
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => (1..40_000u64).prop_map(|ms| Act::Pass { ms }),
        2 => (40_000..1_000_000u64).prop_map(|ms| Act::Pass { ms }),
        12 => Just(Act::NextDeadline),
        2 => (0..200_000u64).prop_map(|down_ms| Act::Restart { down_ms }),
        140 => doing().prop_map(Act::Do),
    ]
}

fn mode_of_assist() -> impl Strategy<Value = AssistMode> {
    select(vec![AssistMode::Observe, AssistMode::Whisper, AssistMode::Join])
}

fn doing() -> impl Strategy<Value = Doing> {
    let agent = || 1..=AGENTS;
    let pick = || 0..8usize;
    let visitor = || 1..=VISITORS;
    let status = select(vec![
        ChosenStatus::Online,
        ChosenStatus::TransferOnly,
        ChosenStatus::Away,
        ChosenStatus::Offline,
    ]);
    let open = || select(vec![OpenWork::Finish, OpenWork::HandOver]);
    let mode = select(vec![
        TransferMode::Warm(Completion::Introduced),
        TransferMode::Warm(Completion::OnAccept),
        TransferMode::Warm(Completion::OnAcceptAndLeave),
        TransferMode::Cold(OnUnanswered::Return),
        TransferMode::Cold(OnUnanswered::Queue),
        TransferMode::Cold(OnUnanswered::Park),
    ]);
    let some_target = || {
        prop_oneof![
            agent().prop_map(|id| Target::Agent(AgentId(id))),
            (1..=QUEUES).prop_map(|id| Target::Queue(QueueId(id))),
        ]
    };
    let (target, invited) = (some_target(), some_target());
    let deed = prop_oneof![
        2 => Just(Deed::Close),
        4 => Just(Deed::Park),
        3 => Just(Deed::Wake),
        2 => Just(Deed::Cancel),
        2 => Just(Deed::Recall),
        3 => Just(Deed::Complete),
        2 => Just(Deed::HandBack),
        4 => Just(Deed::Leave),
        2 => Just(Deed::PassOwnership),
        2 => Just(Deed::EndWrapUp),
        2 => Just(Deed::ExtendWrapUp),
        1 => Just(Deed::Report),
        5 => Just(Deed::RaiseHand),
        1 => Just(Deed::LowerHand),
        1 => (0..=10u8).prop_map(Deed::Priority),
    ];
    let people =
        vec![Who::Owner, Who::Receiver, Who::Sender, Who::Guest, Who::Former, Who::Supervisor];
    let other = option::weighted(0.2, select(people));
    let room = select(vec![Room::Respected, Room::Overridden]);
    let conferring = select(vec![
        Conferring::Cancel,
        Conferring::Remove,
        Conferring::MakeOwner,
        Conferring::LeaveTo,
    ]);
    let oversight = prop_oneof![
        (agent(), room).prop_map(|(to, room)| Oversight::Assign { to, room }),
        Just(Oversight::Requeue),
        Just(Oversight::Close),
        mode_of_assist().prop_map(Oversight::TakeHand),
        (mode_of_assist(), any::<bool>())
            .prop_map(|(mode, confirmed)| Oversight::Assist { mode, confirmed }),
        select(vec![Displaced::Stays, Displaced::Leaves]).prop_map(Oversight::TakeOver),
        Just(Oversight::AllowMove),
        Just(Oversight::Read),
    ];
    let choice = prop_oneof![
        Just(Choice::KeepWaiting),
        Just(Choice::WriteMessage),
        Just(Choice::LeaveMessage { text: "Call me".into() }),
    ];
    prop_oneof![
        1 => (agent(), 0..=3u32, any::<bool>(), 1..=2u32)
            .prop_map(|(agent, capacity, removed, weight)| Doing::Reconfigure { agent, capacity, removed, weight }),
        1 => (1..=HOURS, 1..120_000u64).prop_map(|(hours, open_ms)| Doing::RenewHours { hours, open_ms }),
        3 => agent().prop_map(|agent| Doing::Connect { agent }),
        2 => agent().prop_map(|agent| Doing::Lose { agent }),
        4 => (agent(), status).prop_map(|(agent, status)| Doing::Status { agent, status }),
        1 => (agent(), open()).prop_map(|(agent, open)| Doing::GoOffline { agent, open }),
        2 => visitor().prop_map(|visitor| Doing::VisitorComes { visitor }),
        1 => visitor().prop_map(|visitor| Doing::VisitorGoes { visitor }),
        8 => (visitor(), option::of(1..=QUEUES), option::of(1..=3u8))
            .prop_map(|(visitor, queue, skill)| Doing::Open { visitor, queue, skill }),
        2 => (pick(), choice).prop_map(|(pick, choice)| Doing::Choose { pick, choice }),
        14 => (pick(), pick()).prop_map(|(pick, asked)| Doing::Accept { pick, asked }),
        4 => (pick(), pick()).prop_map(|(pick, asked)| Doing::Decline { pick, asked }),
        2 => (pick(), agent()).prop_map(|(pick, agent)| Doing::Pull { pick, agent }),
        3 => pick().prop_map(|pick| Doing::VisitorWrites { pick }),
        1 => (pick(), option::of(1..=2u8)).prop_map(|(pick, plan)| Doing::PageSays { pick, plan }),
        3 => (pick(), select(vec![Audience::Everybody, Audience::Staff, Audience::Whisper])).prop_map(|(pick, audience)| Doing::AgentWrites { pick, audience }),
        1 => pick().prop_map(|pick| Doing::VisitorCloses { pick }),
        14 => (pick(), deed, other).prop_map(|(pick, deed, other)| Doing::Own { pick, deed, other }),
        12 => (pick(), target, mode, option::of((1..=QUEUES).prop_map(QueueId)))
            .prop_map(|(pick, target, mode, place)| Doing::Transfer { pick, target, mode, place }),
        12 => (pick(), invited).prop_map(|(pick, target)| Doing::Invite { pick, target }),
        8 => (pick(), conferring).prop_map(|(pick, deed)| Doing::Confer { pick, deed }),
        9 => (pick(), agent(), oversight).prop_map(|(pick, by, deed)| Doing::Supervise { pick, by, deed }),
        2 => (pick(), option::of((1..=5u32, 0..=600_000u64))).prop_map(|(pick, range)| Doing::Predict { pick, range }),
        1 => pick().prop_map(|pick| Doing::Quarantine { pick }),
        1 => pick().prop_map(|pick| Doing::Erase { pick }),
    ]
}
