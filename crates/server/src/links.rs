//! Links to files: signed, and good for a while only, so that they can stand in a page without a sign-in.

use std::{fmt, sync::Arc};

use domain::ids::{FileId, Timestamp};

use crate::{
    clock::Clock,
    limits::LINK_LASTS_MS,
    sign_in::signing::{SigningKey, Unsigned},
};

/// Rounded up to this, so that the lines of one minute carry the same link and caches can hold it.
const STEP_MS: u64 = 60_000;

/// Makes and checks the links of one workspace.
#[derive(Clone)]
pub struct Links {
    pub keys: Arc<SigningKey>,
    pub clock: Arc<Clock>,
    pub workspace: Arc<str>,
}

impl Links {
    /// The address of a file, for everybody who is told it.
    pub fn sign(&self, file: FileId) -> String {
        let expires = Timestamp(self.clock.now().after(LINK_LASTS_MS).0.next_multiple_of(STEP_MS));
        format!("/files/{}/{}", self.workspace, self.keys.file_link(&self.workspace, file, expires))
    }

    pub fn check(&self, link: &str) -> Result<FileId, Unsigned> {
        self.keys.file(&self.workspace, link, self.clock.now())
    }
}

impl fmt::Debug for Links {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Links(…)")
    }
}
