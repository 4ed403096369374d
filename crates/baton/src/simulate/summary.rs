//! What a run came to, for people and for programs.

use std::fmt::Write;

use serde_json::{Value, json};
use sim::{BEGIN, Outcome, Run, figures::SERVICE_LEVEL_MS};

pub fn text(run: &Run, outcome: &Outcome) -> String {
    let (figures, waits) = (&outcome.figures, &outcome.figures.waits);
    let mut text = format!(
        "{} ({}), seed {}, {} h: {} records\n\n",
        run.profile.name, run.profile.about, run.seed, run.hours, outcome.records
    );
    let seconds = |ms: u64| ms as f64 / 1e3;
    let rows = [
        ("conversations", figures.count_of("ConversationOpened").to_string()),
        ("open at once", figures.most_open.to_string()),
        ("waits ended", waits.ended().to_string()),
        ("mean wait", format!("{:.1} s", waits.mean_ms() / 1e3)),
        (
            "wait p50, p90",
            format!(
                "{:.1} s, {:.1} s",
                seconds(waits.quantile_ms(0.5)),
                seconds(waits.quantile_ms(0.9))
            ),
        ),
        (
            "service level",
            format!("{:.1} % in {} s", 100.0 * waits.service_level(), SERVICE_LEVEL_MS / 1_000),
        ),
        ("abandoned", format!("{:.1} %", 100.0 * waits.abandonment())),
    ];
    for (name, value) in rows {
        let _ = writeln!(text, "{name:<28} {value:>12}");
    }
    let mut table = |title: &str, rows: Vec<(String, u64)>| {
        if !rows.is_empty() {
            let _ = writeln!(text, "\n{title}");
        }
        for (name, count) in rows {
            let _ = writeln!(text, "  {name:<26} {count:>12}");
        }
    };
    let handoffs = figures.handoffs.iter();
    table("hand-overs", handoffs.map(|((kind, end), n)| (format!("{kind} {end}"), *n)).collect());
    table("events", figures.events.iter().map(|(name, n)| ((*name).to_owned(), *n)).collect());
    let rejections = figures.rejections.iter();
    table("refused", rejections.map(|(name, n)| ((*name).to_owned(), *n)).collect());
    let failures = figures.store_failures.iter();
    table("the store failed", failures.map(|(name, n)| ((*name).to_owned(), *n)).collect());
    let _ = match &outcome.failure {
        Some(failure) => {
            writeln!(text, "\nBROKEN after {} s: {failure}", seconds(failure.at.since(BEGIN)))
        }
        None => writeln!(text, "\nnothing broke, and everything that was begun came to its end"),
    };
    text
}

pub fn json(run: &Run, outcome: &Outcome) -> Value {
    let (figures, waits) = (&outcome.figures, &outcome.figures.waits);
    let handoffs: serde_json::Map<String, Value> = figures
        .handoffs
        .iter()
        .map(|((kind, end), count)| (format!("{kind} {end}").replace(' ', "_"), json!(count)))
        .collect();
    json!({
        "profile": run.profile.name,
        "seed": run.seed,
        "hours": run.hours,
        "records": outcome.records,
        "conversations": figures.count_of("ConversationOpened"),
        "most_open": figures.most_open,
        "waits": {
            "ended": waits.ended(),
            "mean_ms": waits.mean_ms(),
            "p50_ms": waits.quantile_ms(0.5),
            "p90_ms": waits.quantile_ms(0.9),
            "service_level": waits.service_level(),
            "abandonment": waits.abandonment(),
        },
        "handoffs": handoffs,
        "events": figures.events,
        "rejections": figures.rejections,
        "store_failures": figures.store_failures,
        "failure": outcome.failure.as_ref().map(|failure| json!({
            "after_ms": failure.at.since(BEGIN),
            "what": failure.what,
        })),
    })
}
