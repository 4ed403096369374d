//! Reads a script: one step a line, words and `"texts"`, blocks by indentation.
//!
//! Knows the shape of a line and nothing of the workspace. The grammar stands in the header of
//! `story`; each form is one arm of `deed` below. The words of a line are taken apart in `words`.

use domain::{
    command::{
        AssistMode, Audience, ChosenStatus, Completion, Confirmed, Displaced, Note, OnUnanswered,
        OpenWork, Room,
    },
    estimate::{Estimate, Unknown},
};

use super::{
    script::{Act, Deed, Mode, Script, Sight, Step, Transfer, Workspace},
    words::{Unreadable, Words},
};

/// Reads a whole script.
pub fn parse(script: &str) -> Result<Script, Unreadable> {
    let margin =
        script.lines().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
    let mut lines = script
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.get(margin..).unwrap_or("")))
        .filter(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
        .peekable();

    let mut workspace = Workspace { name: "one-queue".to_owned(), patch: String::new() };
    let mut online = Vec::new();
    let mut steps: Vec<Step> = Vec::new();
    let mut visitors_shown = Vec::new();
    while let Some((number, line)) = lines.next() {
        let mut block = String::new();
        while let Some((_, inner)) = lines.next_if(|(_, next)| indent(next) > 0) {
            block += inner;
            block.push('\n');
        }
        let mut words = Words::read(number, line)?;
        if words.eat("workspace") {
            workspace =
                Workspace { name: words.word("the name of a workspace document")?, patch: block };
        } else if words.eat("online") {
            while !words.at_end() {
                online.push(words.word("an agent")?);
            }
        } else if words.eat("show") {
            while !words.at_end() {
                visitors_shown.push(words.word("a visitor")?);
            }
        } else {
            let at_ms = words.time(steps.last().map_or(0, |step| step.at_ms))?;
            let act = words.act(block)?;
            steps.push(Step { line: number, at_ms, act });
        }
        words.end()?;
    }
    Ok(Script { workspace, online, steps, visitors_shown })
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

impl Words {
    fn act(&mut self, block: String) -> Result<Act, Unreadable> {
        let who = self.word("who acts")?;
        Ok(match who.as_str() {
            "tick" => Act::Tick,
            "server" if self.eat("stops") => Act::ServerStops,
            "server" if self.eat("renews") => {
                self.expect("hours")?;
                Act::RenewsHours
            }
            "server" => {
                self.expect("restarts")?;
                Act::ServerRestarts
            }
            "admin" if self.eat("configures") => Act::Reconfigures { patch: block },
            "system" if self.eat("erases") => Act::Erases { visitor: self.word("a visitor")? },
            "system" if self.eat("predicts") => Act::Predicts,
            "system" if self.eat("estimates") => self.estimates()?,
            "system" => {
                self.expect("quarantines")?;
                Act::Quarantine { conversation: self.word("a conversation")? }
            }
            _ if self.eat("looks") => Act::Looks { who, at: self.sight()? },
            _ => Act::By { who, deed: self.deed()? },
        })
    }

    /// `system estimates v1 at 2 as 60s to 150s`, or `as nobody_on_shift`
    fn estimates(&mut self) -> Result<Act, Unreadable> {
        let conversation = self.conversation()?;
        self.expect("at")?;
        let position = self.number("a place in line")?;
        self.expect("as")?;
        let estimate = if self.eat("nobody_on_shift") {
            Estimate::Unknown(Unknown::NobodyOnShift)
        } else if self.eat("no_data") {
            Estimate::Unknown(Unknown::NoData)
        } else {
            let p50_ms = self.length("a time, nobody_on_shift or no_data")?;
            self.expect("to")?;
            Estimate::Range { p50_ms, p90_ms: self.length("a time")? }
        };
        Ok(Act::Estimates { conversation, position, estimate })
    }

    fn deed(&mut self) -> Result<Deed, Unreadable> {
        let verb = self.word("what they do")?;
        Ok(match verb.as_str() {
            "connects" => Deed::Connects,
            "drops" => Deed::Drops,
            "opens" => self.opens()?,
            "keeps" => {
                self.expect("waiting")?;
                Deed::KeepsWaiting
            }
            "wants" => {
                self.expect("to")?;
                self.expect("write")?;
                Deed::WantsToWrite
            }
            "leaves" if self.eat("message") => {
                Deed::LeavesMessage { text: self.text("the message in quotes")? }
            }
            "leaves" => {
                let conversation = self.conversation()?;
                let next = if self.eat("to") { Some(self.word("a guest")?) } else { None };
                Deed::Leaves { conversation, next }
            }
            "invites" => self.invites()?,
            "uninvites" => {
                let target = self.word("an agent or a queue")?;
                self.expect("from")?;
                Deed::Uninvites { target, conversation: self.conversation()? }
            }
            "removes" => {
                let agent = self.word("a guest")?;
                self.expect("from")?;
                Deed::Removes { agent, conversation: self.conversation()? }
            }
            "makes" => {
                let agent = self.word("a guest")?;
                self.expect("owner")?;
                self.expect("of")?;
                Deed::MakesOwner { agent, conversation: self.conversation()? }
            }
            "passes" => Deed::Passes { conversation: self.conversation()? },
            "writes" => self.writes(Audience::Everybody)?,
            "notes" => self.writes(Audience::Staff)?,
            "whispers" => self.writes(Audience::Whisper)?,
            "closes" => Deed::Closes { conversation: self.optional_word() },
            "online" => Deed::Sets { status: ChosenStatus::Online, reason: None },
            "transfer_only" => Deed::Sets { status: ChosenStatus::TransferOnly, reason: None },
            "away" => Deed::Sets { status: ChosenStatus::Away, reason: self.optional_word() },
            "offline" => {
                let open = if self.eat("handing") {
                    self.expect("over")?;
                    OpenWork::HandOver
                } else {
                    OpenWork::Finish
                };
                Deed::GoesOffline { open }
            }
            "active" => Deed::IsActive,
            "accepts" => Deed::Accepts { conversation: self.conversation()? },
            "declines" => Deed::Declines { conversation: self.conversation()? },
            "pulls" => Deed::Pulls { conversation: self.conversation()? },
            "transfers" => self.transfers()?,
            "escalates" => self.escalates()?,
            "returns" => Deed::Returns {
                conversation: self.conversation()?,
                note: self.optional_text().unwrap_or_default(),
            },
            "tells" => self.tells()?,
            "rates" => Deed::Rates {
                rating: self.number("a rating")?,
                comment: self.optional_text().unwrap_or_default(),
            },
            "cancels" => Deed::Cancels { conversation: self.conversation()? },
            "recalls" => Deed::Recalls { conversation: self.conversation()? },
            "completes" => Deed::Completes { conversation: self.conversation()? },
            "hands" => {
                self.expect("back")?;
                Deed::HandsBack { conversation: self.conversation()? }
            }
            "parks" => Deed::Parks { conversation: self.conversation()? },
            "wakes" => Deed::Wakes { conversation: self.conversation()? },
            "wraps" => {
                self.expect("up")?;
                let conversation = self.conversation()?;
                let disposition =
                    if self.eat("as") { Some(self.word("a disposition")?) } else { None };
                Deed::EndsWrapUp { conversation, disposition, note: self.optional_text() }
            }
            "extends" => Deed::ExtendsWrapUp { conversation: self.conversation()? },
            "runs" => {
                let conversation = self.conversation()?;
                Deed::Runs { conversation, line: self.text("the line in quotes")? }
            }
            "prioritises" => {
                let conversation = self.conversation()?;
                Deed::SetsPriority { conversation, priority: self.number("a priority")? }
            }
            "assigns" => {
                let conversation = self.conversation()?;
                self.expect("to")?;
                let agent = self.word("an agent")?;
                let room = if self.eat("regardless") { Room::Overridden } else { Room::Respected };
                Deed::Assigns { conversation, agent, room }
            }
            "requeues" => Deed::Requeues { conversation: self.conversation()? },
            "erases" => Deed::Erases { visitor: self.word("a visitor")? },
            "raises" => {
                let conversation = self.hand_in()?;
                Deed::RaisesHand { conversation, note: self.optional_text() }
            }
            "lowers" => Deed::LowersHand { conversation: self.hand_in()? },
            "takes" if self.eat("over") => {
                let conversation = self.conversation()?;
                let owner = if self.eat("keeping") { Displaced::Stays } else { Displaced::Leaves };
                Deed::TakesOver { conversation, owner }
            }
            "takes" => {
                let conversation = self.hand_in()?;
                let mode = self.assist_mode()?;
                Deed::TakesHand { conversation, mode, confirmed: self.eat("confirmed") }
            }
            "assists" => {
                let conversation = self.conversation()?;
                let mode = self.assist_mode()?;
                Deed::Assists { conversation, mode, confirmed: self.eat("confirmed") }
            }
            "allows" => {
                self.expect("move")?;
                self.expect("of")?;
                Deed::AllowsMove { conversation: self.conversation()? }
            }
            "reads" => Deed::Reads { conversation: self.conversation()? },
            "answers" => {
                self.expect("message")?;
                self.expect("of")?;
                Deed::AnswersMessage { conversation: self.conversation()? }
            }
            _ => return Err(self.unexpected("a verb of the story format", &verb)),
        })
    }

    /// `raises|lowers|takes hand in v1`
    fn hand_in(&mut self) -> Result<String, Unreadable> {
        self.expect("hand")?;
        self.expect("in")?;
        self.conversation()
    }

    /// `assists v1 by whispering`
    fn assist_mode(&mut self) -> Result<AssistMode, Unreadable> {
        self.expect("by")?;
        match self.word("observing, whispering or joining")?.as_str() {
            "observing" => Ok(AssistMode::Observe),
            "whispering" => Ok(AssistMode::Whisper),
            "joining" => Ok(AssistMode::Join),
            other => Err(self.unexpected("observing, whispering or joining", other)),
        }
    }

    /// `escalates v1 [to option] [because code] ["note"] [anyway]`
    fn escalates(&mut self) -> Result<Deed, Unreadable> {
        let conversation = self.conversation()?;
        let option = if self.eat("to") { Some(self.word("an option")?) } else { None };
        let reason = if self.eat("because") { Some(self.word("a reason code")?) } else { None };
        let note = self.optional_text().unwrap_or_default();
        let confirmed = if self.eat("anyway") { Confirmed::Yes } else { Confirmed::No };
        Ok(Deed::Escalates { conversation, option, reason, note, confirmed })
    }

    /// `opens ["text"] [in queue or pipeline] [speaking de] [with plan "gold"] [needing french 3 …]`
    fn opens(&mut self) -> Result<Deed, Unreadable> {
        let text = self.optional_text();
        let entry = if self.eat("in") { Some(self.word("a queue or a pipeline")?) } else { None };
        let language = if self.eat("speaking") { Some(self.word("a language")?) } else { None };
        let mut attributes = Vec::new();
        if self.eat("with") {
            attributes
                .push((self.word("the name of an attribute")?, self.text("its value in quotes")?));
        }
        let mut needs = Vec::new();
        if self.eat("needing") {
            while !self.at_end() {
                needs.push((self.word("a skill")?, self.number("a level")?));
            }
        }
        Ok(Deed::Opens { entry, language, needs, attributes, text })
    }

    /// `tells plan "gold" [cart …]`: what has no text is taken back
    fn tells(&mut self) -> Result<Deed, Unreadable> {
        let mut attributes = vec![];
        while attributes.is_empty() || !self.at_end() {
            attributes.push((self.word("the name of an attribute")?, self.optional_text()));
        }
        Ok(Deed::Tells { attributes })
    }

    /// `writes [v1] "text" [with file 1200]`
    fn writes(&mut self, audience: Audience) -> Result<Deed, Unreadable> {
        let conversation = self.optional_word();
        let text = self.text("the text in quotes")?;
        let file_bytes = if self.eat("with") {
            self.expect("file")?;
            Some(self.number("its size in bytes")?)
        } else {
            None
        };
        Ok(Deed::Writes { conversation, audience, text, file_bytes })
    }

    /// `["note"] [goal|tried|ask "…"]`
    fn note(&mut self) -> Result<Note, Unreadable> {
        let mut note = Note { text: self.optional_text().unwrap_or_default(), ..Note::default() };
        while !self.at_end() {
            let field = self.word("goal, tried or ask")?;
            let text = self.text("its text in quotes")?;
            match field.as_str() {
                "goal" => note.goal = text,
                "tried" => note.tried = text,
                "ask" => note.ask = text,
                other => return Err(self.unexpected("goal, tried or ask", other)),
            }
        }
        Ok(note)
    }

    /// `invites ines to v1 [because code] ["note"] […]`
    fn invites(&mut self) -> Result<Deed, Unreadable> {
        let target = self.word("an agent or a queue")?;
        self.expect("to")?;
        let conversation = self.conversation()?;
        let reason = if self.eat("because") { Some(self.word("a reason code")?) } else { None };
        let note = self.note()?;
        Ok(Deed::Invites { conversation, target, reason, note })
    }

    /// `transfers v1 warm|cold to technical [and …] [in queue] [because code] ["note"] [goal|tried|ask "…"]`
    fn transfers(&mut self) -> Result<Deed, Unreadable> {
        let conversation = self.conversation()?;
        let kind = self.word("warm or cold")?;
        self.expect("to")?;
        let target = self.word("an agent or a queue")?;
        let mode = match kind.as_str() {
            "warm" if self.eat("staying") => Mode::Warm(Completion::OnAccept),
            "warm" if self.eat("leaving") => Mode::Warm(Completion::OnAcceptAndLeave),
            "warm" => Mode::Warm(Completion::Introduced),
            "cold" if self.eat("else") => match self.word("return, queue or park")?.as_str() {
                "return" => Mode::Cold(OnUnanswered::Return),
                "queue" => Mode::Cold(OnUnanswered::Queue),
                "park" => Mode::Cold(OnUnanswered::Park),
                other => return Err(self.unexpected("return, queue or park", other)),
            },
            "cold" => Mode::Cold(OnUnanswered::Return),
            other => return Err(self.unexpected("warm or cold", other)),
        };
        let place = if self.eat("in") { Some(self.word("a queue")?) } else { None };
        let reason = if self.eat("because") { Some(self.word("a reason code")?) } else { None };
        let note = self.note()?;
        Ok(Deed::Transfers {
            conversation,
            target,
            transfer: Transfer { mode, place, reason, note },
        })
    }

    /// `looks`, `looks at v1`, `looks into v1`, `looks for targets of v1`, `looks why tom for v1`
    fn sight(&mut self) -> Result<Sight, Unreadable> {
        if self.at_end() {
            return Ok(Sight::Desk);
        }
        Ok(match self.word("at, beyond, into, through, for or why")?.as_str() {
            "at" => Sight::Conversation(self.conversation()?),
            "for" => {
                self.expect("targets")?;
                self.expect("of")?;
                Sight::Targets(self.conversation()?)
            }
            "into" => Sight::Reading(self.conversation()?),
            "through" => Sight::Messages(self.conversation()?),
            "why" => {
                let agent = self.word("an agent")?;
                self.expect("for")?;
                Sight::Verdict { agent, conversation: self.conversation()? }
            }
            "beyond" => Sight::Completions(self.conversation()?, self.text("the line")?),
            other => return Err(self.unexpected("at, beyond, into, through, for or why", other)),
        })
    }

    fn conversation(&mut self) -> Result<String, Unreadable> {
        self.word("a conversation, by its visitor's name")
    }
}
