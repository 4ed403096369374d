//! What an operator may set, with safe values where nothing was said.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
    time::Duration,
};

use crate::throttle::{PerMinute, Rate};

/// How a server runs.
#[derive(Debug, Clone)]
pub struct ServerOptions {
    /// Where everything is kept.
    pub data_dir: PathBuf,
    /// Port 0 picks a free one.
    pub listen: SocketAddr,
    /// The address people use, e.g. `https://chat.example.org`. Absent: that of the listener.
    pub public_url: Option<String>,
    /// Serve others than this machine without https. For a trial inside a network one trusts.
    pub insecure_http: bool,
    /// Whose `X-Forwarded-For` counts.
    pub trusted_proxies: Vec<IpAddr>,
    /// Broken invariants stop the server instead of quarantining a conversation: for tests.
    pub strict: bool,
    pub rates: Rates,
    pub timing: Timing,
    pub files: FileLimits,
    /// How much more the server's clock shows than the machine's: for tests of what falls due while nobody serves.
    pub clock_ahead: Duration,
}

/// Limits against abuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rates {
    /// Attempts to sign in, per address and e-mail address.
    pub sign_ins: Rate,
    /// Visitors made, per address.
    pub visitors: Rate,
    /// Commands, per person.
    pub commands: Rate,
    /// Files uploaded, per person.
    pub uploads: Rate,
    /// Sockets opened, per address.
    pub sockets: Rate,
    /// Sockets open at once, per address.
    pub sockets_at_once: Option<usize>,
}

/// Times of the sockets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    pub heartbeat: Duration,
    /// A client that said nothing for this long is gone.
    pub silence: Duration,
    /// How long a client may take for its hello.
    pub hello: Duration,
    /// How long a client may take nothing of what is written to it.
    pub write: Duration,
    /// After the last socket of a person, before the desk is told that the connection is lost.
    pub absence: Duration,
}

/// What may be uploaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileLimits {
    pub bytes_max: u64,
}

impl ServerOptions {
    /// On this machine only, with the defaults of everything else.
    pub fn new(data_dir: impl Into<PathBuf>) -> Self {
        Self {
            data_dir: data_dir.into(),
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            public_url: None,
            insecure_http: false,
            trusted_proxies: Vec::new(),
            strict: false,
            rates: Rates::default(),
            timing: Timing::default(),
            files: FileLimits::default(),
            clock_ahead: Duration::ZERO,
        }
    }

    /// Whether cookies are for https only.
    pub(crate) fn secure_cookies(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }

    /// Nobody but this machine, or https in front, or somebody said that it is all right.
    pub(crate) fn is_safe(&self) -> bool {
        let public_is_safe = match self.public_url.as_deref() {
            Some(url) => url.starts_with("https://") || is_loopback_url(url),
            None => self.listen.ip().is_loopback(),
        };
        public_is_safe || self.insecure_http
    }
}

fn is_loopback_url(url: &str) -> bool {
    let host = url.strip_prefix("http://").unwrap_or(url);
    let host = host.split('/').next().unwrap_or(host);
    let host = match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        Some(_) | None => host,
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

impl Rates {
    /// For one's own server, under load.
    pub const UNLIMITED: Self = Self {
        sign_ins: None,
        visitors: None,
        commands: None,
        uploads: None,
        sockets: None,
        sockets_at_once: None,
    };
}

impl Default for Rates {
    fn default() -> Self {
        Self {
            sign_ins: Some(PerMinute::new(10, 10)),
            visitors: Some(PerMinute::new(30, 60)),
            commands: Some(PerMinute::new(240, 60)),
            uploads: Some(PerMinute::new(20, 20)),
            sockets: Some(PerMinute::new(120, 240)),
            // A large office behind one address, each with a few tabs.
            sockets_at_once: Some(2_000),
        }
    }
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            heartbeat: Duration::from_secs(20),
            silence: Duration::from_secs(60),
            hello: Duration::from_secs(10),
            write: Duration::from_secs(15),
            absence: Duration::from_secs(5),
        }
    }
}

impl Default for FileLimits {
    fn default() -> Self {
        Self { bytes_max: store::limits::FILE_BYTES_MAX }
    }
}
