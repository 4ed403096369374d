//! `baton bench --search`: a long history, and how long its search takes, at the server and over HTTP, for words of every
//! kind, with every filter, and for people who may read everything, some, or nothing of it.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use client::Api;
use domain::{config::Config, ids::Timestamp};
use protocol::http::FoundConversations;
use serde_json::json;
use server::setup::Setup;
use store::search::words;

use super::history::{self, Plan, RARE_TAG};
use crate::{
    admin,
    own_server::{self, OwnServer},
};

/// Each question is asked so often: the first time finds cold pages.
const ROUNDS: usize = 5;
/// What issue and documentation promise.
const TARGET: Duration = Duration::from_millis(200);
/// Between two looks whether the index has caught up, which is not measured.
const POLL: Duration = Duration::from_millis(200);

pub async fn search(dialogues: &Path, messages: u64, document: &str, as_json: bool) -> Result<()> {
    let directory = tempfile::tempdir().context("no temporary directory")?;
    let token = admin::set_up(directory.path(), own_server::WORKSPACE, document).await?;
    let config = config::load(document, None, Timestamp::default())
        .map_err(|_| anyhow::anyhow!("document_refused"))?;
    let plan = Plan::of(dialogues, messages, &config)?;
    let agent = some_agent(&config)?;
    let agent_token = Setup::open(directory.path())?.token(own_server::WORKSPACE, agent).await?;
    eprintln!("writing a history of {messages} messages …");
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_millis();
    let now = Timestamp(u64::try_from(now)?);
    let written = history::write(directory.path(), own_server::WORKSPACE, &plan, now).await?;

    eprintln!("indexing …");
    let began = Instant::now();
    let own = OwnServer::serve(directory, token, None)?;
    let admin = Api::new(own.url(), own_server::WORKSPACE)?.with_token(own.admin_token());
    let newest = format!("search?text={}", history::reference(plan.conversations));
    while found(&admin, &newest).await?.conversations.is_empty() {
        tokio::time::sleep(POLL).await;
    }
    let indexed_s = began.elapsed().as_secs_f64();

    let questions = questions(&plan, &config);
    let callers = [("admin", admin.clone()), ("agent", admin.with_token(&agent_token))];
    let mut figures = Figures::default();
    for (who, api) in &callers {
        for (kind, question) in &questions {
            figures.take(api, who, kind, question).await?;
        }
    }
    let data = own.stop_keeping_data().await?;
    let bytes = std::fs::metadata(data.path().join("search.db"))?.len();
    let summary = json!({
        "messages": written,
        "conversations": plan.conversations,
        "indexed_messages_per_s": written as f64 / indexed_s,
        "index_bytes_per_message": bytes as f64 / written as f64,
        "questions": figures.all.len(),
        "ms": figures.json(),
    });
    if as_json {
        println!("{summary}")
    } else {
        println!("{}", figures.table(&summary))
    }
    figures.verdict()
}

/// Somebody who answers and supervises nobody: may read what they took part in.
fn some_agent(config: &Config) -> Result<&str> {
    let mut agents = config.agents.values();
    let plain = agents
        .find(|agent| agent.roles.agent && !agent.roles.admin && agent.roles.supervises.is_empty());
    plain.map(|agent| agent.key.as_str()).context("the document has no agent who only answers")
}

async fn found(api: &Api, question: &str) -> Result<FoundConversations> {
    Ok(api.get(question).await?)
}

/// What is asked, by kind: words by how often they stand in the history, alone and with filters.
fn questions(plan: &Plan, config: &Config) -> Vec<(&'static str, String)> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for word in plan.utterances.iter().flat_map(|text| words(text)) {
        *counts.entry(word.folded).or_default() += 1;
    }
    let mut by_count: Vec<(&String, &u64)> = counts.iter().collect();
    by_count.sort_by_key(|(word, count)| (std::cmp::Reverse(**count), *word));
    let word = |at: usize| by_count[at.min(by_count.len() - 1)].0.as_str();
    let quoted = |word: &str| format!("%22{word}%22");
    let mut asked: Vec<(&str, String)> = Vec::new();
    for at in 0..8 {
        asked.push(("frequent word", quoted(word(at))));
        asked.push(("frequent word, open at its end", word(at).to_owned()));
    }
    for at in [200, 800, 2_000, by_count.len() - 1] {
        asked.push(("rare word", quoted(word(at))));
    }
    for number in [1, plan.conversations / 2, plan.conversations] {
        asked.push(("one of a kind", quoted(&history::reference(number))));
    }
    let longest = by_count.iter().take(400).map(|(word, _)| word.as_str());
    let longest: Vec<&str> = longest.filter(|word| word.len() > 6).take(4).collect();
    for letters in 2..=6 {
        let beginnings = longest.iter().filter_map(|word| word.get(..letters));
        asked.extend(beginnings.map(|start| ("beginning of a word", start.to_owned())));
    }
    asked.push(("no such word", "zzyzxq".to_owned()));
    asked.push(("several words", format!("{}+{}+{}", word(0), word(1), word(5))));
    asked.push(("several words", format!("{}+{}", word(0), quoted(word(1_500)))));
    for text in plan.utterances.iter().filter(|text| words(text).len() == 4).step_by(500).take(4) {
        let said: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
        asked.push(("phrase", quoted(&said.join("+"))));
    }
    let agent = config.agents.keys().next_back().map_or(0, |agent| agent.0);
    let queue = config.queues.keys().next_back().map_or(0, |queue| queue.0);
    let filters = [
        ("no filter", String::new()),
        ("agent", format!("&agent=agt_{agent}")),
        ("queue", format!("&queue=que_{queue}")),
        ("open (none is)", "&state=open".to_owned()),
        ("rare tag", format!("&tag={RARE_TAG}")),
        ("visitor by number", format!("&visitor=vis_{}", plan.conversations / 3)),
        ("visitor by words", format!("&visitor=visitor{}", plan.conversations / 3)),
        ("long ago", "&to=2000-01-01T00:00:00Z".to_owned()),
        ("all of them", format!("&agent=agt_{agent}&queue=que_{queue}&tag=billing&state=closed")),
    ];
    let mut questions = Vec::new();
    for (kind, text) in &asked {
        let filters = if kind.starts_with("frequent") { &filters[..] } else { &filters[..5] };
        questions.extend(
            filters.iter().map(|(_, filter)| (*kind, format!("search?text={text}{filter}"))),
        );
    }
    let unworded = filters.iter().map(|(_, filter)| ("no words", format!("search?text={filter}")));
    questions.extend(unworded);
    questions
}

#[derive(Default)]
struct Figures {
    /// Microseconds of every answer, by who asked for what kind.
    by_kind: BTreeMap<String, Vec<u64>>,
    all: Vec<(u64, String)>,
}

impl Figures {
    async fn take(&mut self, api: &Api, who: &str, kind: &str, question: &str) -> Result<()> {
        for _ in 0..ROUNDS {
            let began = Instant::now();
            found(api, question).await?;
            let took = u64::try_from(began.elapsed().as_micros())?;
            self.by_kind.entry(format!("{who}, {kind}")).or_default().push(took);
            self.all.push((took, format!("{who}: {question}")));
        }
        Ok(())
    }

    /// Median, 99th percentile and maximum in milliseconds.
    fn quantiles(took: &[u64]) -> [f64; 3] {
        let mut sorted = took.to_vec();
        sorted.sort_unstable();
        let last = sorted.len().saturating_sub(1);
        [last / 2, last * 99 / 100, last]
            .map(|at| sorted.get(at).map_or(0.0, |us| *us as f64 / 1_000.0))
    }

    fn json(&self) -> serde_json::Value {
        let row = |(kind, took): (&String, &Vec<u64>)| {
            let [p50, p99, max] = Self::quantiles(took);
            (kind.clone(), json!({ "p50": p50, "p99": p99, "max": max }))
        };
        self.by_kind.iter().map(row).collect::<serde_json::Map<_, _>>().into()
    }

    fn table(&self, summary: &serde_json::Value) -> String {
        let mut out = String::new();
        for name in
            ["messages", "conversations", "indexed_messages_per_s", "index_bytes_per_message"]
        {
            let _ = writeln!(
                out,
                "{:<44}{:>12.0}",
                name.replace('_', " "),
                summary[name].as_f64().unwrap_or_default()
            );
        }
        let _ = writeln!(out, "{:<44}{:>9}{:>9}{:>9}", "ms", "p50", "p99", "max");
        for (kind, took) in &self.by_kind {
            let [p50, p99, max] = Self::quantiles(took);
            let _ = writeln!(out, "{kind:<44}{p50:>9.1}{p99:>9.1}{max:>9.1}");
        }
        let slowest = self.all.iter().max();
        if let Some((took, question)) = slowest {
            let _ = writeln!(out, "slowest: {:.1} ms, {question}", *took as f64 / 1_000.0);
        }
        out
    }

    fn verdict(&self) -> Result<()> {
        let late =
            self.all.iter().filter(|(took, _)| Duration::from_micros(*took) > TARGET).count();
        if late > 0 {
            bail!(
                "search_slow: {late} of {} answers took more than {} ms",
                self.all.len(),
                TARGET.as_millis()
            );
        }
        Ok(())
    }
}
