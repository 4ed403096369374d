//! What the server says of its own processor time and memory, from `/metrics`.

use anyhow::{Context, Result};
use client::Api;

/// One reading.
#[derive(Debug, Clone, Copy)]
pub struct Gauges {
    pub cpu_s: f64,
    pub rss_bytes: f64,
}

pub async fn read(api: &Api) -> Result<Gauges> {
    let text = api.text("/metrics").await.context("the server's /metrics")?;
    let value = |name: &str| -> Result<f64> {
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.with_context(|| format!("/metrics has no {name}"))?
            .trim()
            .parse()
            .with_context(|| format!("{name} is no number"))
    };
    Ok(Gauges {
        cpu_s: value("process_cpu_seconds_total")?,
        rss_bytes: value("process_resident_memory_bytes")?,
    })
}
