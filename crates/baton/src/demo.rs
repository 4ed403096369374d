//! The demo workspace: its document, its sign-ins, and what to try.

use std::{
    fmt::Write as _,
    fs::{self, OpenOptions},
    io::Write as _,
    path::Path,
};

use anyhow::{Context, Result};
use domain::ids::Timestamp;
use server::setup::Setup;

/// The key of the demo workspace.
const WORKSPACE: &str = "demo";
const DOCUMENT: &str = include_str!("../../../docs/examples/demo.yaml");
/// Sign-ins of the demo, kept readable for their owner: they are made up at the first start.
const SIGN_INS: &str = "demo-sign-ins.txt";
/// Letters and digits that nobody mistakes for each other.
const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
const PASSWORD_LETTERS: usize = 12;

pub struct Demo {
    /// A line for each agent: who, address, password.
    sign_ins: String,
}

/// Sets up the demo in a data directory, once.
pub async fn set_up(data: &Path) -> Result<Demo> {
    let path = data.join(SIGN_INS);
    if let Ok(sign_ins) = fs::read_to_string(&path) {
        return Ok(Demo { sign_ins });
    }
    fs::create_dir_all(data).with_context(|| format!("data_dir_unusable: {}", data.display()))?;
    let config = config::load(DOCUMENT, None, Timestamp::default())
        .map_err(|_| anyhow::anyhow!("document_refused: the demo's document"))?;
    let mut sign_ins = String::new();
    {
        let setup = Setup::open(data)?;
        setup.workspace(WORKSPACE, DOCUMENT).await?;
        for agent in config.agents.values() {
            let password = password()?;
            setup.account(&agent.email, &agent.name, &password).await?;
            let teams: Vec<&str> = agent
                .teams
                .iter()
                .filter_map(|team| config.teams.get(team))
                .map(|team| team.name.as_str())
                .collect();
            let role = match (agent.roles.admin, agent.roles.supervises.is_empty()) {
                (true, _) => "administrator".into(),
                (false, false) => "supervisor".into(),
                (false, true) => teams.join(", "),
            };
            let _ =
                writeln!(sign_ins, "{:<20} {:<28} {password}  {}", agent.name, role, agent.email);
        }
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file =
        options.open(&path).with_context(|| format!("data_dir_unusable: {}", path.display()))?;
    file.write_all(sign_ins.as_bytes())?;
    Ok(Demo { sign_ins })
}

impl Demo {
    /// Where to go and how to sign in.
    pub fn guide(&self, url: &str) -> String {
        let mut guide = format!(
            "Baton is ready.\n\n  visitor's page   {url}/visit/{WORKSPACE}\n  a shop with it   {url}/demo/{WORKSPACE}\n  \
             console          {url}/console/\n  API              {url}/api/docs\n\nSign in to the console as\n\n"
        );
        for line in self.sign_ins.lines() {
            let _ = writeln!(guide, "  {line}");
        }
        let _ = write!(
            guide,
            "\nTry: write as a visitor in one window, accept as somebody of the front desk in another,\n\
             then hand over, warm or cold, to somebody else."
        );
        guide
    }
}

fn password() -> Result<String> {
    // 256 is no multiple of the letters, 2³² comes close enough: none is likelier by more than 1 in 10⁸.
    let letter = || {
        let number =
            getrandom::u32().map_err(|error| anyhow::anyhow!("no random bytes: {error}"))?;
        Ok(char::from(LETTERS[number as usize % LETTERS.len()]))
    };
    std::iter::repeat_with(letter).take(PASSWORD_LETTERS).collect()
}
