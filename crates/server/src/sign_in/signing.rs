//! What the server signs, so that nothing has to be kept: visitors' tokens and links to files.
//!
//! HMAC-SHA256 (RFC 2104) over a purpose and the fields, so that one kind never passes for another. The key lies in
//! the data directory; without it old tokens and links are worth nothing.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::Path,
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::ids::{FileId, Timestamp, VisitorId};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use store::Secret;

/// One block of SHA-256, so that the key is used as it is.
const KEY_BYTES: usize = 64;
const KEY_FILE: &str = "signing.key";
const VISITOR_PREFIX: &str = "bvt_";
const IDENTITY_SECRET_PREFIX: &str = "bis_";

#[derive(Clone)]
pub struct SigningKey {
    key: [u8; KEY_BYTES],
}

/// Why a signed text is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsigned {
    /// Not ours, or changed.
    Forged,
    /// Ours, and its time is over.
    Expired,
}

impl SigningKey {
    /// The key of a data directory, made on first use and readable by its owner only.
    pub fn of(data: &Path) -> io::Result<Self> {
        let path = data.join(KEY_FILE);
        match fs::read(&path) {
            Ok(bytes) => {
                let key = bytes
                    .try_into()
                    .map_err(|_| io::Error::other(format!("{} is damaged", path.display())))?;
                Ok(Self { key })
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let made = Self::random()?;
                let mut options = OpenOptions::new();
                options.write(true).create_new(true);
                #[cfg(unix)]
                std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
                let mut file = options.open(&path)?;
                file.write_all(&made.key)?;
                file.sync_all()?;
                Ok(made)
            }
            Err(error) => Err(error),
        }
    }

    /// A key that lives as long as the process.
    pub fn random() -> io::Result<Self> {
        let mut key = [0; KEY_BYTES];
        getrandom::fill(&mut key).map_err(|error| io::Error::other(error.to_string()))?;
        Ok(Self { key })
    }

    /// What a visitor's page keeps: bound to one visitor of one workspace.
    pub fn visitor_token(&self, workspace: &str, visitor: VisitorId) -> Secret {
        let seal = self.seal("visitor", workspace, visitor.0, 0);
        Secret(format!("{VISITOR_PREFIX}{}.{seal}", visitor.0))
    }

    pub fn visitor(&self, workspace: &str, token: &str) -> Result<VisitorId, Unsigned> {
        let (id, seal) = token
            .strip_prefix(VISITOR_PREFIX)
            .and_then(|rest| rest.split_once('.'))
            .ok_or(Unsigned::Forged)?;
        let visitor = id.parse().map_err(|_| Unsigned::Forged)?;
        self.check("visitor", workspace, visitor, 0, seal)?;
        Ok(VisitorId(visitor))
    }

    /// What a customer's server signs its visitors' ids with; each edition is another one.
    pub fn identity_secret(&self, workspace: &str, edition: u64) -> Secret {
        let seal = self.seal("identity", workspace, edition, 0);
        Secret(format!("{IDENTITY_SECRET_PREFIX}{seal}"))
    }

    /// The part of a file's address that entitles to it until `expires`.
    pub fn file_link(&self, workspace: &str, file: FileId, expires: Timestamp) -> String {
        let seal = self.seal("file", workspace, file.0, expires.0);
        format!("{}.{}.{seal}", file.0, expires.0)
    }

    pub fn file(&self, workspace: &str, link: &str, now: Timestamp) -> Result<FileId, Unsigned> {
        let mut parts = link.splitn(3, '.');
        let mut number = || parts.next()?.parse::<u64>().ok();
        let (file, expires) = number().zip(number()).ok_or(Unsigned::Forged)?;
        self.check("file", workspace, file, expires, parts.next().ok_or(Unsigned::Forged)?)?;
        if now.0 >= expires { Err(Unsigned::Expired) } else { Ok(FileId(file)) }
    }

    fn mac(&self, purpose: &str, workspace: &str, id: u64, expires: u64) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new(&self.key.into());
        // Keys of workspaces hold no line ends, so the fields cannot run into each other.
        mac.update(format!("{purpose}\n{workspace}\n{id}\n{expires}").as_bytes());
        mac
    }

    fn seal(&self, purpose: &str, workspace: &str, id: u64, expires: u64) -> String {
        URL_SAFE_NO_PAD.encode(self.mac(purpose, workspace, id, expires).finalize().into_bytes())
    }

    fn check(
        &self,
        purpose: &str,
        workspace: &str,
        id: u64,
        expires: u64,
        seal: &str,
    ) -> Result<(), Unsigned> {
        let seal = URL_SAFE_NO_PAD.decode(seal).map_err(|_| Unsigned::Forged)?;
        // Compares in constant time.
        self.mac(purpose, workspace, id, expires).verify_slice(&seal).map_err(|_| Unsigned::Forged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_opens_one_visitor_of_one_workspace() {
        let key = SigningKey::random().expect("random");
        let token = key.visitor_token("demo", VisitorId(7));
        assert_eq!(key.visitor("demo", &token.0), Ok(VisitorId(7)));
        assert_eq!(key.visitor("other", &token.0), Err(Unsigned::Forged));
        assert_eq!(key.visitor("demo", &token.0.replace("bvt_7", "bvt_8")), Err(Unsigned::Forged));
        assert_eq!(
            SigningKey::random().expect("random").visitor("demo", &token.0),
            Err(Unsigned::Forged)
        );
        assert_eq!(key.visitor("demo", "bvt_"), Err(Unsigned::Forged));
    }

    #[test]
    fn a_link_runs_out_and_is_no_token() {
        let key = SigningKey::random().expect("random");
        let link = key.file_link("demo", FileId(3), Timestamp(1000));
        assert_eq!(key.file("demo", &link, Timestamp(999)), Ok(FileId(3)));
        assert_eq!(key.file("demo", &link, Timestamp(1000)), Err(Unsigned::Expired));
        assert_eq!(
            key.file("demo", &link.replacen("1000", "9000", 1), Timestamp(999)),
            Err(Unsigned::Forged)
        );
        assert_eq!(key.visitor("demo", &format!("bvt_{link}")), Err(Unsigned::Forged));
    }

    #[test]
    fn the_key_of_a_directory_stays() {
        let dir = tempfile::tempdir().expect("a directory");
        let token = SigningKey::of(dir.path()).expect("made").visitor_token("demo", VisitorId(1));
        assert_eq!(
            SigningKey::of(dir.path()).expect("read").visitor("demo", &token.0),
            Ok(VisitorId(1))
        );
    }
}
