//! The facts of a conversation with the names of its things.

use domain::{config::Place, event::PredictionOutcome, ids::StageId};
use protocol::{http as wire, name::StageName};
use reports::metadata::{Closing, Leg, Metadata, Wait};

use super::{Names, Texts, ToWire, staff::close_reason, waits};

/// With `texts` for those who may read them.
pub fn metadata(metadata: &Metadata, names: &Names, texts: Option<&Texts>) -> wire::Metadata {
    wire::Metadata {
        id: metadata.conversation.wire(),
        visitor: metadata.visitor.wire(),
        previous: metadata.previous.map(ToWire::wire),
        opened_at_ms: metadata.opened.0,
        closed: metadata.closed.map(|Closing { at, reason, by }| wire::MetadataClosed {
            at_ms: at.0,
            reason: close_reason(reason),
            by: names.person(by),
        }),
        pipeline: metadata.pipeline.and_then(|pipeline| names.pipeline(pipeline)),
        stages: stages(metadata, names),
        queues: once(metadata.places.iter().map(|place| names.queue(place.queue))),
        owners: metadata.owners.iter().map(|leg| owner(leg, names)).collect(),
        waits: metadata.waits.iter().map(|one| wait(one, names)).collect(),
        hops: metadata.hops,
        priority: metadata.priority,
        tags: metadata.tags.iter().cloned().collect(),
        disposition: metadata.disposition.as_deref().map(|code| names.reason(code)),
        language: metadata.language.clone(),
        needs: metadata
            .needs
            .iter()
            .map(|(skill, level)| wire::SkillLevel { skill: names.skill(*skill), level: *level })
            .collect(),
        messages: wire::MetadataMessages {
            visitor: metadata.messages.visitor,
            agents: metadata.messages.agents,
            notes: metadata.messages.notes,
        },
        first_reply_at_ms: metadata.first_reply.map(|at| at.0),
        rating: metadata.rating,
        written: texts.map(|texts| wire::MetadataWritten {
            attributes: texts.attributes(metadata.attributes),
            answers: texts.attributes(metadata.answers),
            comment: metadata
                .comment
                .filter(|body| !texts.is_erased(*body))
                .map(|body| texts.text(body)),
        }),
    }
}

/// Those it stood in, then those that said or asked something on the way.
fn stages(metadata: &Metadata, names: &Names) -> Vec<StageName> {
    let of_places = metadata.places.iter().filter_map(|place| names.stage(*place));
    let passed = |stage: &StageId| {
        let stage = names.config().stages.get(stage)?;
        Some(StageName { key: stage.key.clone(), name: stage.name.clone() })
    };
    once(of_places.chain(metadata.passed.iter().filter_map(passed)))
}

fn once<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    all.fold(Vec::new(), |mut kept, one| {
        if !kept.contains(&one) {
            kept.push(one);
        }
        kept
    })
}

fn owner(leg: &Leg, names: &Names) -> wire::MetadataOwner {
    let Leg { agent, place, from, until, disposition } = leg;
    let place: Place = *place;
    wire::MetadataOwner {
        agent: names.agent(*agent),
        queue: names.queue(place.queue),
        stage: names.stage(place),
        tier: names.tier(place),
        from_ms: from.0,
        until_ms: until.map(|until| until.0),
        disposition: disposition.as_deref().map(|code| names.reason(code)),
    }
}

fn wait(wait: &Wait, names: &Names) -> wire::MetadataWait {
    wire::MetadataWait {
        queue: names.queue(wait.place.queue),
        stage: names.stage(wait.place),
        tier: names.tier(wait.place),
        from_ms: wait.from.0,
        until_ms: wait.until.map(|until| until.0),
        predictions: wait.predictions.iter().map(waits::place_in_line).collect(),
        outcome: wait.outcome.map(|outcome| match outcome {
            PredictionOutcome::Answered => wire::WaitOutcome::Answered,
            PredictionOutcome::Left => wire::WaitOutcome::Left,
            PredictionOutcome::MovedOn => wire::WaitOutcome::MovedOn,
        }),
    }
}
