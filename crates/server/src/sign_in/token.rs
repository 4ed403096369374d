//! Random tokens: made once, shown once, kept as a hash.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use store::{Secret, TokenHash};

/// 256 bits: nobody guesses one, so a plain hash is enough to keep it.
const TOKEN_BYTES: usize = 32;

/// What stands before a token, so that people and scanners know what they found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Api,
    Session,
    Csrf,
}

impl Kind {
    const fn prefix(self) -> &'static str {
        match self {
            Self::Api => "bat_",
            Self::Session => "bas_",
            Self::Csrf => "bcs_",
        }
    }
}

/// No randomness is to be had from the operating system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gives no random bytes")]
pub struct NoRandomness;

pub fn make(kind: Kind) -> Result<Secret, NoRandomness> {
    let mut bytes = [0; TOKEN_BYTES];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(Secret(format!("{}{}", kind.prefix(), URL_SAFE_NO_PAD.encode(bytes))))
}

/// What is kept of a token.
pub fn hash(token: &str) -> TokenHash {
    TokenHash(Sha256::digest(token.as_bytes()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_differ_say_their_kind_and_do_not_print() {
        let (one, other) = (make(Kind::Api).expect("random"), make(Kind::Api).expect("random"));
        assert!(one.0.starts_with("bat_") && one.0.len() > 40);
        assert_ne!(hash(&one.0), hash(&other.0));
        assert_eq!(format!("{one:?}{:?}", hash(&one.0)), "Secret(…)TokenHash(…)");
    }
}
