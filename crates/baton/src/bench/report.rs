//! The figures of a load, as a table or as one JSON object.

use std::{collections::BTreeMap, fmt::Write as _};

use anyhow::{Result, bail};
use hdrhistogram::Histogram;
use serde_json::json;

use super::load::Outcome;

#[derive(Default)]
pub struct Report {
    pub rss_per_idle_connection_bytes: Option<f64>,
    pub replayed_records_per_s: Option<f64>,
    load: Option<Outcome>,
}

impl Report {
    pub fn take(&mut self, load: Outcome) {
        self.load = Some(load);
    }

    pub fn json(&self) -> String {
        let Some(load) = &self.load else { return "{}".into() };
        json!({
            "messages_per_s": load.deliveries_per_s(),
            "latency_ms": {
                "p50": ms(&load.latency_us, 0.50),
                "p99": ms(&load.latency_us, 0.99),
                "p999": ms(&load.latency_us, 0.999),
                "max": ms(&load.latency_us, 1.0),
            },
            "lost": load.lost,
            "doubled": load.doubled,
            "errors": load.errors.values().sum::<u64>(),
            "errors_by_code": load.errors,
            "server_cpu_s": load.ended.cpu_s - load.started.cpu_s,
            "rss_per_idle_connection_bytes": self.rss_per_idle_connection_bytes,
            "rss_per_active_connection_bytes": load.rss_per_active_connection_bytes(),
            "routing_decisions_per_s": load.assigned_per_s,
            "replayed_records_per_s": self.replayed_records_per_s,
            "seconds": load.seconds,
        })
        .to_string()
    }

    pub fn table(&self) -> String {
        let Some(load) = &self.load else { return String::new() };
        let mut rows: BTreeMap<usize, (String, String)> = BTreeMap::new();
        let mut row = |name: &str, value: String| {
            rows.insert(rows.len(), (name.into(), value));
        };
        row("durable messages delivered / s", format!("{:.0}", load.deliveries_per_s()));
        for (name, quantile) in [("p50", 0.50), ("p99", 0.99), ("p99.9", 0.999), ("max", 1.0)] {
            row(&format!("latency {name} ms"), format!("{:.2}", ms(&load.latency_us, quantile)));
        }
        row("messages acknowledged", load.acknowledged.to_string());
        row("messages lost", load.lost.to_string());
        row("messages doubled", load.doubled.to_string());
        for (code, count) in &load.errors {
            row(&format!("error {code}"), count.to_string());
        }
        row("server CPU s", format!("{:.2}", load.ended.cpu_s - load.started.cpu_s));
        row("conversations placed / s", format!("{:.0}", load.assigned_per_s));
        row(
            "memory per active connection, bytes",
            format!("{:.0}", load.rss_per_active_connection_bytes()),
        );
        if let Some(bytes) = self.rss_per_idle_connection_bytes {
            row("memory per idle connection, bytes", format!("{bytes:.0}"));
        }
        if let Some(records) = self.replayed_records_per_s {
            row("records replayed / s", format!("{records:.0}"));
        }
        rows.values().fold(String::new(), |mut out, (name, value)| {
            let _ = writeln!(out, "{name:<38}{value:>12}");
            out
        })
    }

    /// An error when a message was lost or doubled, or anything was refused.
    pub fn verdict(&self) -> Result<()> {
        let Some(load) = &self.load else { return Ok(()) };
        if load.lost > 0 || load.doubled > 0 || !load.errors.is_empty() {
            bail!(
                "load_failed: {} lost, {} doubled, errors {:?}",
                load.lost,
                load.doubled,
                load.errors
            );
        }
        Ok(())
    }
}

impl Outcome {
    /// Messages that were durable and received by the other party, per second measured.
    fn deliveries_per_s(&self) -> f64 {
        self.latency_us.len() as f64 / self.seconds
    }

    fn rss_per_active_connection_bytes(&self) -> f64 {
        (self.opened.rss_bytes - self.before.rss_bytes) / self.conversations as f64
    }
}

fn ms(latency_us: &Histogram<u64>, quantile: f64) -> f64 {
    latency_us.value_at_quantile(quantile) as f64 / 1000.0
}
