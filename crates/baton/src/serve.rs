//! `baton serve`: one process, one data directory, until it is told to stop.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
    time::Duration,
};

use anyhow::{Context, Result};
use server::{Rates, Server, ServerOptions};
use tracing_subscriber::EnvFilter;

use crate::demo;

/// What stands before the address on the first line of output; `play`, `bench` and the tests wait for it.
pub const LISTENING: &str = "listening on ";

#[derive(Debug, clap::Args)]
pub struct ServeOptions {
    /// Where everything is kept
    #[arg(long, default_value = "data", env = "BATON_DATA", value_name = "DIR")]
    pub data: PathBuf,
    /// Where to listen; port 0 picks a free one
    #[arg(long, default_value = "127.0.0.1:8080", env = "BATON_LISTEN", value_name = "ADDRESS")]
    pub listen: SocketAddr,
    /// The address people use, e.g. https://chat.example.org
    #[arg(long, env = "BATON_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Serve others than this machine without https: for a trial in a network you trust
    #[arg(long)]
    pub insecure_http: bool,
    /// A proxy whose X-Forwarded-For counts; may be given several times
    #[arg(long, value_name = "IP")]
    pub trusted_proxy: Vec<IpAddr>,
    /// Limits per address and person
    #[arg(long, value_enum, default_value_t = Limits::Normal)]
    pub limits: Limits,
    /// Set up a demo workspace with sign-ins, if it is not there yet, and say how to use it
    #[arg(long)]
    pub demo: bool,
    /// How logs are written to the standard error
    #[arg(long, value_enum, default_value_t = LogFormat::Pretty, env = "BATON_LOG_FORMAT")]
    pub log_format: LogFormat,
    /// Which logs: error, warn, info, debug, or a filter such as `server=debug`
    #[arg(long, default_value = "info", env = "BATON_LOG_LEVEL", value_name = "FILTER")]
    pub log_level: String,
    /// How many hours more its clock shows than the machine's: for tests of what falls due while nobody serves
    #[arg(long, hide = true, default_value_t = 0, value_name = "HOURS")]
    pub clock_ahead: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Limits {
    /// Against abuse
    Normal,
    /// None: for one's own server under load
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    Pretty,
    Json,
}

pub async fn serve(options: ServeOptions) -> Result<()> {
    log(&options)?;
    let demo = if options.demo { Some(demo::set_up(&options.data).await?) } else { None };
    let mut server_options = ServerOptions::new(&options.data);
    server_options.listen = options.listen;
    server_options.public_url = options.public_url;
    server_options.insecure_http = options.insecure_http;
    server_options.trusted_proxies = options.trusted_proxy;
    server_options.clock_ahead = Duration::from_secs(u64::from(options.clock_ahead) * 3_600);
    if options.limits == Limits::None {
        server_options.rates = Rates::UNLIMITED;
    }
    let server = Server::bind(server_options).await?;
    let url = format!("http://{}", server.local_addr());
    println!("{LISTENING}{url}");
    if let Some(demo) = demo {
        println!("\n{}", demo.guide(&url));
    }
    server.run_until(asked_to_stop()).await.context("the server failed")
}

fn log(options: &ServeOptions) -> Result<()> {
    let filter = EnvFilter::try_new(&options.log_level)
        .with_context(|| format!("bad_log_level: {}", options.log_level))?;
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match options.log_format {
        LogFormat::Pretty => logs.init(),
        LogFormat::Json => logs.json().init(),
    }
    Ok(())
}

/// Ctrl+C, or SIGTERM as service managers send it.
async fn asked_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
