//! `baton admin`: sets up workspaces, accounts and tokens in a data directory that nobody serves.
//!
//! A running server is administered over its API; the directory's lock keeps the two apart.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use domain::ids::Timestamp;
use server::setup::{Setup, SetupError};

#[derive(Debug, clap::Subcommand)]
pub enum AdminCommand {
    /// Make a workspace from a document, or put a newer version of its document in force
    Workspace {
        #[command(flatten)]
        at: At,
        /// The workspace document (YAML)
        #[arg(long, value_name = "FILE")]
        document: PathBuf,
    },
    /// Make an account, or set its password; the password is read from the standard input
    Account {
        #[arg(long, default_value = "data", env = "BATON_DATA", value_name = "DIR")]
        data: PathBuf,
        #[arg(long)]
        email: String,
        #[arg(long)]
        name: String,
    },
    /// Make an API token that acts as an agent, and print it
    Token {
        #[command(flatten)]
        at: At,
        /// The agent's key in the workspace document
        #[arg(long, value_name = "KEY")]
        agent: String,
    },
    /// Make the secret that signs visitors' identities, in the place of the last, and print it
    IdentitySecret {
        #[command(flatten)]
        at: At,
    },
}

#[derive(Debug, clap::Args)]
pub struct At {
    #[arg(long, default_value = "data", env = "BATON_DATA", value_name = "DIR")]
    data: PathBuf,
    /// The workspace's key, as it stands in addresses
    #[arg(long, value_name = "KEY")]
    workspace: String,
}

pub async fn admin(command: AdminCommand) -> Result<()> {
    match command {
        AdminCommand::Workspace { at, document } => {
            let name = document.display().to_string();
            let text = fs::read_to_string(&document)
                .with_context(|| format!("document_unreadable: {name}"))?;
            let version = match Setup::open(&at.data)?.workspace(&at.workspace, &text).await {
                Err(SetupError::Document(findings)) => {
                    eprintln!("{}", config::render(&findings.0, &name, &text));
                    bail!("document_refused: {name}");
                }
                other => other?,
            };
            println!("{}: version {version} of the document is in force", at.workspace);
        }
        AdminCommand::Account { data, email, name } => {
            let mut password = String::new();
            std::io::stdin()
                .read_to_string(&mut password)
                .context("no password on the standard input")?;
            Setup::open(&data)?
                .account(&email, &name, password.trim_end_matches(['\r', '\n']))
                .await?;
            println!("{email} can sign in");
        }
        AdminCommand::Token { at, agent } => {
            println!("{}", Setup::open(&at.data)?.token(&at.workspace, &agent).await?);
        }
        AdminCommand::IdentitySecret { at } => {
            println!("{}", Setup::open(&at.data)?.identity_secret(&at.workspace).await?);
        }
    }
    Ok(())
}

/// A workspace for `play` and `bench`; answers a token of its first administrator.
pub async fn set_up(data: &Path, workspace: &str, document: &str) -> Result<String> {
    let setup = Setup::open(data)?;
    setup.workspace(workspace, document).await?;
    let config = config::load(document, None, Timestamp::default())
        .map_err(|_| anyhow::anyhow!("document_refused"))?;
    let admin = config
        .agents
        .values()
        .find(|agent| agent.roles.admin)
        .context("the document has no administrator")?;
    Ok(setup.token(workspace, &admin.key).await?)
}
